package io.appkernel.jobs;

import io.appkernel.queue.Priority;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a job is to be done: {@code JobOptions.standard().priority(HIGH).delay(Duration.ofMinutes(5))}. Immutable; each
 * method answers a copy.
 *
 * @param id names the job: a second one of this id is not taken while the first is known; made up when empty
 * @param user whose job it is; the caller's when empty
 * @param tenant with whom it takes turns; the caller's workspace, else the user, when empty
 * @param timeout how long an attempt may take; {@code kernel.jobs.timeout} when empty
 * @param maxAttempts after so many failed attempts it is given up; {@code kernel.jobs.max-attempts} when empty. Attempts
 *     whose node vanished come on top, until ten of them make the job the suspect
 * @param uniqueKey no other job of this key is taken until this one has ended; of two that are enqueued in transactions
 *     the one that commits second is dropped, though its caller was told an id
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
        return with(copy -> copy.id = Optional.of(value));
    }

    public JobOptions priority(Priority value) {
        return with(copy -> copy.priority = value);
    }

    public JobOptions user(String value) {
        return with(copy -> copy.user = Optional.of(value));
    }

    public JobOptions tenant(String value) {
        return with(copy -> copy.tenant = Optional.of(value));
    }

    public JobOptions timeout(Duration value) {
        return with(copy -> copy.timeout = Optional.of(value));
    }

    public JobOptions maxAttempts(int value) {
        return with(copy -> copy.maxAttempts = Optional.of(value));
    }

    public JobOptions delay(Duration value) {
        return with(copy -> copy.delay = value);
    }

    public JobOptions uniqueKey(String value) {
        return with(copy -> copy.uniqueKey = Optional.of(value));
    }

    public JobOptions onSuccess(String value) {
        return with(copy -> copy.onSuccess = Optional.of(value));
    }

    public JobOptions onFailure(String value) {
        return with(copy -> copy.onFailure = Optional.of(value));
    }

    /** Adds something that goes with the job and means nothing to the kernel. */
    public JobOptions metadata(String name, String value) {
        return with(copy -> copy.metadata.put(name, value));
    }

    private JobOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.made();
    }

    /** A copy to be changed before anybody sees it. */
    private static final class Copy {
        private Optional<String> id;
        private Priority priority;
        private Optional<String> user;
        private Optional<String> tenant;
        private Optional<Duration> timeout;
        private Optional<Integer> maxAttempts;
        private Duration delay;
        private Optional<String> uniqueKey;
        private Map<String, String> metadata;
        private Optional<String> onSuccess;
        private Optional<String> onFailure;

        Copy(JobOptions from) {
            this.id = from.id;
            this.priority = from.priority;
            this.user = from.user;
            this.tenant = from.tenant;
            this.timeout = from.timeout;
            this.maxAttempts = from.maxAttempts;
            this.delay = from.delay;
            this.uniqueKey = from.uniqueKey;
            this.metadata = new HashMap<>(from.metadata);
            this.onSuccess = from.onSuccess;
            this.onFailure = from.onFailure;
        }

        JobOptions made() {
            return new JobOptions(
                    id, priority, user, tenant, timeout, maxAttempts, delay, uniqueKey, metadata, onSuccess, onFailure);
        }
    }
}
