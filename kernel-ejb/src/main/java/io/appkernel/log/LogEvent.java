package io.appkernel.log;

import io.appkernel.context.Call;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All there is to say in one line. Fields are pairs of name and value. */
record LogEvent(
        long millis,
        LogLevel level,
        String logger,
        String thread,
        @Nullable String message,
        @Nullable Call call,
        Map<String, Object> loose,
        @Nullable Object[] fields,
        @Nullable Throwable error) {

    /** Hands on each field once: the thread's, then the call's, then the line's own; the last of a name wins. */
    void eachField(FieldVisitor visitor) {
        Map<String, Object> ofCall = call == null ? Map.of() : call.fields();
        loose.forEach((name, value) -> {
            if (!ofCall.containsKey(name) && !isNamedFrom(0, name)) {
                visitor.field(name, value);
            }
        });
        ofCall.forEach((name, value) -> {
            if (!isNamedFrom(0, name)) {
                visitor.field(name, value);
            }
        });
        for (int i = 0; i < fields.length; i += 2) {
            String name = String.valueOf(fields[i]);
            if (!isNamedFrom(i + 2, name)) {
                visitor.field(name, fields[i + 1]);
            }
        }
    }

    private boolean isNamedFrom(int start, String name) {
        for (int i = start; i < fields.length; i += 2) {
            if (name.equals(fields[i])) {
                return true;
            }
        }
        return false;
    }

    interface FieldVisitor {
        void field(String name, @Nullable Object value);
    }
}
