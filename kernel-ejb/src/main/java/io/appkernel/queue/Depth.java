package io.appkernel.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * How much stands where.
 *
 * @param tenants for how many something waits
 * @param oldest when the one that waits longest was enqueued
 */
public record Depth(
        long high,
        long normal,
        long low,
        long delayed,
        long active,
        long dead,
        long tenants,
        boolean paused,
        Optional<Instant> oldest) {
    /** Jobs that could run now. */
    public long waiting() {
        return high + normal + low;
    }
}
