package io.appkernel.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a settings record consists of, one part for each component, in order. */
record Shape(Class<? extends Record> type, String prefix, List<Part> parts) implements Part {

    /** Empty when a component can never be read; each such component is reported. */
    static Optional<Shape> of(
            Class<? extends Record> type, String prefix, Predicate<Class<?>> readable, Consumer<String> problems) {
        List<Part> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String property = prefix + "." + Names.kebab(component.getName());
            part(component, property, readable, problems).ifPresent(parts::add);
        }
        return parts.size() == type.getRecordComponents().length
                ? Optional.of(new Shape(type, prefix, List.copyOf(parts)))
                : Optional.empty();
    }

    private static Optional<? extends Part> part(
            RecordComponent component, String property, Predicate<Class<?>> readable, Consumer<String> problems) {
        if (component.getType().isRecord()) {
            return of(component.getType().asSubclass(Record.class), property, readable, problems);
        }
        Optional<Leaf> leaf = Leaf.of(component, property).filter(found -> readable.test(found.type()));
        if (leaf.isEmpty()) {
            problems.accept(unreadable(component, property));
        }
        return leaf;
    }

    private static String unreadable(RecordComponent component, String property) {
        return property + " can never be read: "
                + component.getDeclaringRecord().getName() + " declares it as "
                + component.getGenericType().getTypeName() + "; the Javadoc of @Settings lists the types it can have";
    }

    /** Every property of the record and of those nested in it. */
    Stream<Leaf> leaves() {
        return parts.stream().flatMap(part -> part instanceof Leaf leaf ? Stream.of(leaf) : ((Shape) part).leaves());
    }

    /** The name of the part as the record's constructor would say it. */
    String nameOf(int part) {
        return Names.kebab(type.getRecordComponents()[part].getName());
    }

    /** Calls the canonical constructor, which may refuse with an {@link IllegalArgumentException}. */
    Record create(List<Object> values) throws ReflectiveOperationException {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values.toArray());
    }
}
