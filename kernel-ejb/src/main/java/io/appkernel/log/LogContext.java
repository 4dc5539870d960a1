package io.appkernel.log;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields every line of a call carries, and those of a thread that works for no call. */
final class LogContext {
    private final Calls calls;
    private final ThreadLocal<@Nullable Map<String, Object>> loose = new ThreadLocal<>();

    LogContext(Calls calls) {
        this.calls = calls;
    }

    @Nullable Call call() {
        return calls.current().orElse(null);
    }

    Map<String, Object> loose() {
        Map<String, Object> fields = loose.get();
        return fields == null ? Map.of() : fields;
    }

    Calls.Scope open(String name, @Nullable Object value) {
        Call call = call();
        if (call != null) {
            Object before = call.put(name, value);
            return () -> call.put(name, before);
        }
        Object before = putLoose(name, value);
        return () -> putLoose(name, before);
    }

    /** Leaves no empty map behind: the thread belongs to the server and outlives the deployment. */
    private @Nullable Object putLoose(String name, @Nullable Object value) {
        Map<String, Object> fields = loose.get();
        if (fields == null) {
            if (value == null) {
                return null;
            }
            fields = new LinkedHashMap<>();
            loose.set(fields);
        }
        Object before = value == null ? fields.remove(name) : fields.put(name, value);
        if (fields.isEmpty()) {
            loose.remove();
        }
        return before;
    }
}
