package io.appkernel.web.jobs;

import io.appkernel.jobs.Job;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param status waiting, delayed, active, done, dead or cancelled
 * @param attempts how often it was tried, the attempt that runs included
 * @param runAt when it is tried next, if it is delayed
 * @param startedAt when the last attempt that has ended began
 * @param result what its handler returned
 * @param error why it did not end well; in full for admins
 * @param userId whose job it is; for admins
 */
public record JobView(
        String id,
        String task,
        String queue,
        String status,
        String priority,
        int attempts,
        int maxAttempts,
        Instant createdAt,
        @Nullable Instant runAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Object result,
        @Nullable String error,
        Job.@Nullable Progress progress,
        Map<String, String> metadata,
        @Nullable String userId) {
    static JobView from(Job job, boolean inFull) {
        return new JobView(
                job.id(),
                job.task(),
                job.queue(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.priority().name().toLowerCase(Locale.ROOT),
                job.attempts(),
                job.maxAttempts(),
                job.enqueuedAt(),
                job.runAt().orElse(null),
                job.startedAt().orElse(null),
                job.state().isFinal() ? job.endedAt().orElse(null) : null,
                job.result(),
                job.error().map(error -> inFull ? error : sentence(job)).orElse(null),
                job.progress().orElse(null),
                job.metadata(),
                inFull ? job.userId().orElse(null) : null);
    }

    private static String sentence(Job job) {
        return switch (job.state()) {
            case CANCELLED -> "The job was cancelled.";
            case DEAD -> "The job failed and is not tried again by itself.";
            default -> "The last attempt failed; the job is tried again.";
        };
    }
}
