package io.appkernel.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a handler may know of the job it runs.
 *
 * @param attempt counts from 1
 */
public record JobContext(
        String jobId,
        String taskName,
        int attempt,
        int maxAttempts,
        Instant enqueuedAt,
        Instant startedAt,
        Optional<String> userId,
        Map<String, String> metadata) {
    public JobContext {
        metadata = Map.copyOf(metadata);
    }
}
