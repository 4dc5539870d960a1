package io.appkernel.jobs;

import io.appkernel.queue.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a job is to be done: {@code JobOptions.standard().priority(HIGH).delay(Duration.ofMinutes(5))}. Immutable; each
 * method answers a copy.
 *
 * @param id names the job: a second one of this id is not taken while the first is known; made up when empty
 * @param user whose job it is; the caller's when empty
 * @param tenant with whom it takes turns; the caller's workspace, else the user, when empty
 * @param timeout how long an attempt may take; {@code kernel.jobs.timeout} when empty
 * @param maxAttempts how often it is tried; {@code kernel.jobs.max-attempts} when empty
 * @param uniqueKey no other job of this key is taken until this one has ended
 * @param onSuccess the task that gets a {@link JobEnd} when it is done
 * @param onFailure the task that gets a {@link JobEnd} when it is given up
 */
public record JobOptions(
        Optional<String> id,
        Priority priority,
        Optional<String> user,
        Optional<String> tenant,
        Optional<Duration> timeout,
        Optional<Integer> maxAttempts,
        Duration delay,
        Optional<String> uniqueKey,
        Map<String, String> metadata,
        Optional<String> onSuccess,
        Optional<String> onFailure) {
    private static final JobOptions STANDARD = new JobOptions(
            Optional.empty(),
            Priority.NORMAL,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ZERO,
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty());

    public JobOptions {
        if (timeout.isPresent() && (timeout.get().isNegative() || timeout.get().isZero())) {
            throw new IllegalArgumentException("The timeout of a job must be above zero");
        }
        if (maxAttempts.isPresent() && maxAttempts.get() < 1) {
            throw new IllegalArgumentException("A job must be tried at least once");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("The delay of a job must not be negative");
        }
        metadata = Map.copyOf(metadata);
    }

    public static JobOptions standard() {
        return STANDARD;
    }

    public JobOptions id(String value) {
        return new JobOptions(
                Optional.of(value),
                priority,
                user,
                tenant,
                timeout,
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions priority(Priority value) {
        return new JobOptions(
                id, value, user, tenant, timeout, maxAttempts, delay, uniqueKey, metadata, onSuccess, onFailure);
    }

    public JobOptions user(String value) {
        return new JobOptions(
                id,
                priority,
                Optional.of(value),
                tenant,
                timeout,
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions tenant(String value) {
        return new JobOptions(
                id,
                priority,
                user,
                Optional.of(value),
                timeout,
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions timeout(Duration value) {
        return new JobOptions(
                id,
                priority,
                user,
                tenant,
                Optional.of(value),
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions maxAttempts(int value) {
        return new JobOptions(
                id,
                priority,
                user,
                tenant,
                timeout,
                Optional.of(value),
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions delay(Duration value) {
        return new JobOptions(
                id, priority, user, tenant, timeout, maxAttempts, value, uniqueKey, metadata, onSuccess, onFailure);
    }

    public JobOptions uniqueKey(String value) {
        return new JobOptions(
                id,
                priority,
                user,
                tenant,
                timeout,
                maxAttempts,
                delay,
                Optional.of(value),
                metadata,
                onSuccess,
                onFailure);
    }

    public JobOptions onSuccess(String value) {
        return new JobOptions(
                id,
                priority,
                user,
                tenant,
                timeout,
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                Optional.of(value),
                onFailure);
    }

    public JobOptions onFailure(String value) {
        return new JobOptions(
                id,
                priority,
                user,
                tenant,
                timeout,
                maxAttempts,
                delay,
                uniqueKey,
                metadata,
                onSuccess,
                Optional.of(value));
    }

    /** Adds something that goes with the job and means nothing to the kernel. */
    public JobOptions metadata(String name, String value) {
        Map<String, String> more = new HashMap<>(metadata);
        more.put(name, value);
        return new JobOptions(
                id, priority, user, tenant, timeout, maxAttempts, delay, uniqueKey, more, onSuccess, onFailure);
    }
}
