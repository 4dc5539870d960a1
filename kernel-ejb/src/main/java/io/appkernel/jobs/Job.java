package io.appkernel.jobs;

import io.appkernel.queue.Priority;
import io.appkernel.queue.QueueState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param attempts how often it was tried, the attempt that runs included
 * @param runAt when it is tried next, for one that is delayed
 * @param startedAt when the last attempt that has ended began
 * @param result what the handler returned, as JSON has it
 * @param error why the last attempt failed
 */
public record Job(
        String id,
        String task,
        String queue,
        QueueState state,
        Priority priority,
        int attempts,
        int maxAttempts,
        Instant enqueuedAt,
        Optional<Instant> runAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<String> userId,
        @Nullable Object result,
        Optional<String> error,
        Optional<Progress> progress,
        Map<String, String> metadata) {
    /** How far a job is. */
    public record Progress(int percent, String message) {}
}
