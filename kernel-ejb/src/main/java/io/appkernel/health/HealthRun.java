package io.appkernel.health;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One call of one check, from its start to its answer, which any number of callers may await. Thread-safe. */
final class HealthRun {
    private final long startedAt;
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private volatile long finishedAt;
    private volatile boolean forgotten;

    /** The answer, and the failure behind it when the check threw. */
    record Outcome(CheckReport report, @Nullable Throwable cause) {}

    HealthRun(long startedAt) {
        this.startedAt = startedAt;
    }

    void finish(Outcome answer, long now) {
        finishedAt = now;
        outcome.complete(answer);
    }

    /** Its answer, once there is one, is for those who wait already and for nobody later. */
    void forget() {
        forgotten = true;
    }

    boolean serves(long now, long reuseNanos) {
        return !outcome.isDone() || (!forgotten && now - finishedAt < reuseNanos);
    }

    Duration elapsed(long now) {
        return Duration.ofNanos(now - startedAt);
    }

    /** The answer, or null when there is none before the run is that old. */
    @Nullable Outcome await(long now, long timeoutNanos) throws InterruptedException {
        try {
            return outcome.get(Math.max(0, startedAt + timeoutNanos - now), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return null;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
