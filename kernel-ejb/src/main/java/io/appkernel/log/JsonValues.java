package io.appkernel.log;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes names and values as JSON: secrets masked, text escaped, everything bounded. Thread-safe. */
final class JsonValues {
    private static final int DEEPEST = 4;
    private static final int MOST_ELEMENTS = 100;

    private final FieldNames names = new FieldNames();
    private final Escapes escapes;

    JsonValues(Escapes escapes) {
        this.escapes = escapes;
    }

    FieldNames.FieldName name(String name) {
        return names.of(name);
    }

    /** Whether the value has parts of its own, which may have names that look like secrets. */
    static boolean isStructured(@Nullable Object value) {
        return value instanceof Map || value instanceof Collection || value instanceof Object[];
    }

    void field(StringBuilder out, String name, @Nullable Object value, int depth) {
        FieldNames.FieldName known = names.of(name);
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        out.append('"').append(depth == 0 ? known.escaped() : known.nested()).append("\":");
        value(out, known.hides(value) ? Secrets.MASK : value, depth);
    }

    void value(StringBuilder out, @Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean || isPlainNumber(value)) {
            out.append(value);
        } else if (value instanceof Optional<?> optional) {
            value(out, optional.orElse(null), depth);
        } else if (isStructured(value)) {
            structure(out, value, depth);
        } else {
            quote(out, value instanceof CharSequence text ? text : String.valueOf(value));
        }
    }

    private void structure(StringBuilder out, Object value, int depth) {
        if (depth >= DEEPEST) {
            out.append("\"...\"");
        } else if (value instanceof Map<?, ?> map) {
            object(out, map, depth);
        } else if (value instanceof Collection<?> collection) {
            array(out, collection, depth);
        } else {
            array(out, Arrays.asList((Object[]) value), depth);
        }
    }

    private static boolean isPlainNumber(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || (value instanceof BigDecimal decimal && isOrdinary(decimal))
                || (value instanceof Double number && Double.isFinite(number))
                || (value instanceof Float number && Float.isFinite(number));
    }

    /** Any reader gets back exactly what was written; others see it as text. */
    private static boolean isOrdinary(BigDecimal decimal) {
        return decimal.scale() >= 0 && decimal.scale() <= 9 && decimal.precision() <= 15;
    }

    private void object(StringBuilder out, Map<?, ?> map, int depth) {
        out.append('{');
        map.entrySet().stream()
                .limit(MOST_ELEMENTS)
                .forEach(entry -> field(out, String.valueOf(entry.getKey()), entry.getValue(), depth + 1));
        out.append('}');
    }

    private void array(StringBuilder out, Collection<?> elements, int depth) {
        out.append('[');
        elements.stream().limit(MOST_ELEMENTS).forEach(element -> {
            if (out.charAt(out.length() - 1) != '[') {
                out.append(',');
            }
            value(out, element, depth + 1);
        });
        out.append(']');
    }

    void quote(StringBuilder out, CharSequence text) {
        out.append('"');
        escapes.append(out, text);
        out.append('"');
    }
}
