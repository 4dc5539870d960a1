package io.appkernel.context;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work done for somebody: an HTTP request, a job, a start-up step. Carries the request id and the caller
 * into logs, history, audit and jobs. Used by one thread at a time.
 */
public final class Call {
    private final String requestId;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<Class<?>, Object> attachments = new HashMap<>();
    private @Nullable String userId;
    private @Nullable String workspaceId;

    public Call(String requestId) {
        this.requestId = requestId;
    }

    public String requestId() {
        return requestId;
    }

    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    public Optional<String> workspaceId() {
        return Optional.ofNullable(workspaceId);
    }

    /** Names the caller once it is known. */
    public void by(@Nullable String userId, @Nullable String workspaceId) {
        this.userId = userId;
        this.workspaceId = workspaceId;
    }

    /** What the application added to every log line of this call, in the order it was added. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** Adds a log field, or takes it away when the value is null; answers the value it had. */
    public @Nullable Object put(String name, @Nullable Object value) {
        return value == null ? fields.remove(name) : fields.put(name, value);
    }

    /** Hangs something of a feature on the call, one of each type. */
    public <T> void attach(Class<T> type, T value) {
        attachments.put(type, value);
    }

    public <T> Optional<T> attached(Class<T> type) {
        return Optional.ofNullable(type.cast(attachments.get(type)));
    }
}
