package io.appkernel.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as the queue knows it.
 *
 * @param body as it was enqueued, without the field {@code payload} and what follows it
 * @param note what came of it so far; empty for nothing yet; without the field {@code result} where it is long and one
 *     of many
 * @param failures how often it was tried in vain
 * @param due when it is up, for one that is delayed
 * @param progress what its owner told last, for one that runs; empty for nothing
 */
public record Stored(
        String id,
        QueueState state,
        Priority priority,
        int maxAttempts,
        String tenant,
        String body,
        String note,
        int failures,
        Optional<Instant> due,
        String progress) {}
