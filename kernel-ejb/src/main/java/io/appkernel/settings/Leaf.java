package io.appkernel.settings;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A component that is one property.
 *
 * @param names the property's own name, then its aliases
 * @param container {@code Optional}, {@code List}, or the type itself
 * @param type the class of the value, or of each of them
 */
record Leaf(List<String> names, @Nullable String defaultText, Class<?> container, Class<?> type) implements Part {

    /** Empty when the component has a generic type other than {@code Optional} and {@code List} of a class. */
    static Optional<Leaf> of(RecordComponent component, String property) {
        Alias alias = component.getAnnotation(Alias.class);
        Default given = component.getAnnotation(Default.class);
        List<String> names = new ArrayList<>(List.of(property));
        if (alias != null) {
            names.addAll(List.of(alias.value()));
        }
        Type whole = component.getGenericType();
        Type single = holder(component.getType()) ? argument(whole) : whole;
        return single instanceof Class<?> type
                ? Optional.of(
                        new Leaf(List.copyOf(names), given == null ? null : given.value(), component.getType(), type))
                : Optional.empty();
    }

    private static boolean holder(Class<?> type) {
        return type == Optional.class || type == List.class;
    }

    private static Type argument(Type type) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[0] : type;
    }

    String property() {
        return names.get(0);
    }

    List<String> aliases() {
        return names.subList(1, names.size());
    }

    boolean secret() {
        return type == SecretText.class;
    }

    /** Whether an empty value is a value, and the absence of any is no mistake. */
    boolean canBeEmpty() {
        return holder(container);
    }
}
