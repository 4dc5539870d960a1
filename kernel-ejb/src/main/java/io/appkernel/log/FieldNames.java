package io.appkernel.log;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of each field name, worked out once: names are few and mostly literals. Thread-safe. */
final class FieldNames {
    private static final int MOST_KEPT = 2_000;
    private static final int LONGEST = 128;
    private static final Set<String> TAKEN =
            Set.of("time", "level", "logger", "message", "request_id", "user", "workspace", "thread", "error");

    private final Map<String, FieldName> known = new ConcurrentHashMap<>();
    private final Escapes escapes = new Escapes(LONGEST);

    FieldName of(String name) {
        FieldName found = known.get(name);
        if (found != null) {
            return found;
        }
        FieldName made = make(name);
        if (known.size() < MOST_KEPT && name.length() <= LONGEST) {
            known.put(name, made);
        }
        return made;
    }

    private FieldName make(String name) {
        StringBuilder out = new StringBuilder();
        escapes.append(out, name);
        String nested = out.toString();
        return new FieldName(TAKEN.contains(name) ? "field_" + nested : nested, nested, Secrets.isSecret(name));
    }

    /** The name as it stands in a line, and as it stands inside another field's value. */
    record FieldName(String escaped, String nested, boolean secret) {
        boolean hides(@Nullable Object value) {
            return secret && Secrets.hides(value);
        }
    }
}
