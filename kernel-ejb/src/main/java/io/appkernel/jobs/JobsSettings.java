package io.appkernel.jobs;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;

/**
 * How jobs are done.
 *
 * @param workerCount how many jobs of a queue a node does at a time
 * @param timeout how long an attempt may take
 * @param maxAttempts after how many failed attempts a job is given up; attempts whose node vanished come on top, until ten
 *     of them make the job the suspect
 * @param retryDelays how long to wait after the first, the second, … attempt; the last also holds for those after it
 * @param lease how long after a node's death its jobs go to others
 * @param keepEnded how long a job that has ended can be looked up, and its id is taken
 * @param maxPayload the most bytes of a payload, and of a result
 * @param stopGrace how long jobs that run may take to end when the application stops, or when their time is up
 */
@Dependent
@Settings("kernel.jobs")
public record JobsSettings(
        @Default("4") int workerCount,
        @Default("300s") Duration timeout,
        @Default("3") int maxAttempts,
        @Default("1s,5s,30s") List<Duration> retryDelays,
        @Default("30s") Duration lease,
        @Default("1d") Duration keepEnded,
        @Default("1000000") int maxPayload,
        @Default("5s") Duration stopGrace) {
    public JobsSettings {
        if (workerCount < 1 || workerCount > 1000) {
            throw new IllegalArgumentException("worker-count must be from 1 to 1000");
        }
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("max-attempts must be at least 1");
        }
        if (retryDelays.isEmpty()) {
            throw new IllegalArgumentException("retry-delays must have at least one, for example 1s,5s,30s");
        }
        if (lease.compareTo(Duration.ofSeconds(3)) < 0) {
            throw new IllegalArgumentException("lease must be at least 3s; it is renewed every second");
        }
        if (keepEnded.compareTo(Duration.ofMinutes(10)) < 0) {
            throw new IllegalArgumentException("keep-ended must be at least 10m, or what was done could be done again");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout must be above zero, for example 300s");
        }
        if (maxPayload < 1) {
            throw new IllegalArgumentException("max-payload must be above zero");
        }
    }

    /** How long to wait after so many failures. */
    Duration retryDelay(int failures) {
        return retryDelays.get(Math.min(failures, retryDelays.size()) - 1);
    }
}
