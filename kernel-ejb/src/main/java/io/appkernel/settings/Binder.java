package io.appkernel.settings;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * Makes every settings record of the deployment of what the sources hold. A value that is refused is reported and
 * replaced by its default, so that whatever looks at the settings next can go on and report too.
 */
final class Binder {
    private final Sources sources;
    private final Config converters;
    private final Consumer<String> problems;
    private final Map<Class<?>, Record> records = new LinkedHashMap<>();
    private final Map<String, Property> properties = new LinkedHashMap<>();

    Binder(Sources sources, Consumer<String> problems) {
        this.sources = sources;
        this.converters = sources.configs().get(0);
        this.problems = problems;
    }

    /** Settings of the shapes' records; a record that even its defaults do not satisfy is missing. */
    KernelSettings bind(List<Shape> shapes) {
        for (Shape shape : shapes) {
            Record made = make(shape);
            if (made != null) {
                records.put(shape.type(), made);
            }
        }
        List<Property> sorted = properties.values().stream()
                .sorted(Comparator.comparing(Property::name))
                .toList();
        return new KernelSettings(records, sorted);
    }

    boolean readable(Class<?> type) {
        return Reading.of(type, converters) != null;
    }

    private @Nullable Record make(Shape shape) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Part part : shape.parts()) {
            values.add(part instanceof Leaf leaf ? value(leaf) : make((Shape) part));
        }
        return values.contains(null) ? null : create(shape, values);
    }

    /** Each refusal costs the component it names its value, so this ends when every one has its default. */
    private @Nullable Record create(Shape shape, List<@Nullable Object> values) {
        while (true) {
            try {
                return shape.create(values);
            } catch (InvocationTargetException e) {
                if (!replaced(shape, values, Objects.requireNonNullElse(e.getCause(), e))) {
                    return null;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "the constructor of " + shape.type().getName() + " cannot be called", e);
            }
        }
    }

    private boolean replaced(Shape shape, List<@Nullable Object> values, Throwable refusal) {
        String message = Objects.requireNonNullElse(
                refusal.getMessage(), refusal.getClass().getSimpleName());
        for (int i = 0; i < values.size(); i++) {
            if (message.startsWith(shape.nameOf(i) + " ") && shape.parts().get(i) instanceof Leaf leaf) {
                problems.accept(shape.prefix() + "." + message + origin(leaf));
                Object fallback = fallback(leaf);
                boolean another = fallback != null && !fallback.equals(values.set(i, fallback));
                return another;
            }
        }
        problems.accept(shape.prefix() + ".*: " + message);
        return false;
    }

    private String origin(Leaf leaf) {
        return sources.find(leaf.names())
                .map(found -> " (" + found.origin() + ")")
                .orElse("");
    }

    private @Nullable Object value(Leaf leaf) {
        Optional<Sources.Found> found =
                sources.find(leaf.names()).filter(one -> leaf.canBeEmpty() || !"".equals(one.text()));
        Object value = found.isPresent() ? read(leaf, found.get()) : unset(leaf);
        properties.put(leaf.property(), describe(leaf, found, value));
        return value;
    }

    private @Nullable Object unset(Leaf leaf) {
        Object value = fallback(leaf);
        if (value == null) {
            problems.accept(leaf.property() + " must be set" + alsoAs(leaf) + "; it has no default");
        }
        return value;
    }

    private static String alsoAs(Leaf leaf) {
        return leaf.aliases().isEmpty() ? "" : " (or " + String.join(", ", leaf.aliases()) + ")";
    }

    private @Nullable Object read(Leaf leaf, Sources.Found found) {
        String text = found.text();
        if (text == null) {
            problems.accept(leaf.property() + " refers with ${...} to a property that does not exist; write \\${ for"
                    + " the characters themselves (" + found.origin() + ")");
            return fallback(leaf);
        }
        try {
            return contain(leaf, text);
        } catch (RuntimeException e) {
            String value = leaf.secret() ? SecretText.MASK : Quoted.of(text);
            problems.accept(leaf.property() + ": " + value + " is not " + expected(leaf) + " (" + found.origin() + ")");
            return fallback(leaf);
        }
    }

    private @Nullable Object fallback(Leaf leaf) {
        if (leaf.defaultText() != null) {
            return contain(leaf, leaf.defaultText());
        }
        return leaf.canBeEmpty() ? contain(leaf, "") : null;
    }

    private Object contain(Leaf leaf, String text) {
        Reading reading = reading(leaf);
        if (leaf.container() == List.class) {
            return Arrays.stream(text.split("(?<!\\\\),"))
                    .map(item -> item.replace("\\,", ",").strip())
                    .filter(item -> !item.isEmpty())
                    .map(reading.read())
                    .toList();
        }
        if (leaf.container() == Optional.class) {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(reading.read().apply(text));
        }
        return reading.read().apply(text);
    }

    private Reading reading(Leaf leaf) {
        return Objects.requireNonNull(Reading.of(leaf.type(), converters));
    }

    private String expected(Leaf leaf) {
        String one = reading(leaf).expected();
        return leaf.container() == List.class ? "a comma-separated list of which each is " + one : one;
    }

    private Property describe(Leaf leaf, Optional<Sources.Found> found, @Nullable Object value) {
        String given = Objects.requireNonNullElse(leaf.defaultText(), "");
        String source = found.map(Sources.Found::origin).orElse("default");
        return new Property(leaf.property(), leaf.aliases(), expected(leaf), given, shown(value), source);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(String::valueOf).orElse("");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(","));
        }
        return value == null ? "" : value instanceof Enum<?> constant ? Names.kebab(constant.name()) : value.toString();
    }
}
