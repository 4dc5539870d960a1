package io.appkernel.queue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one claim brought.
 *
 * @param more whether others wait that were not asked for
 * @param nextDue how long until the next delayed job
 */
public record Claims(List<Claim> jobs, boolean more, Optional<Duration> nextDue) {
    public Claims {
        jobs = List.copyOf(jobs);
    }
}
