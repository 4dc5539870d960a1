package io.appkernel.breaker;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Turns callers away at once while a service cannot be reached. It opens after several failures in a row; when it has
 * been open for a while one caller may try, and what comes of that closes it or keeps it open. Thread-safe; while all is
 * well it costs two reads.
 */
public final class Breaker {
    /** How many failures in a row open it. */
    public static final int FAILURES = 5;

    /** How long it turns everybody away. */
    public static final Duration PAUSE = Duration.ofSeconds(5);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private volatile int failures;
    private volatile boolean open;
    private boolean probing;
    private long openedAt;

    /** What a failure is news of. */
    public enum Failure {
        FIRST,
        FURTHER,
        OPENING
    }

    /** {@code nanos} is a monotonic clock. */
    public Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** When to come back; empty where the caller may pass, who must then say how it went. */
    public Optional<Duration> refusal() {
        return open ? refusalWhileOpen() : Optional.empty();
    }

    private synchronized Optional<Duration> refusalWhileOpen() {
        if (!open) {
            return Optional.empty();
        }
        long left = openedAt + PAUSE.toNanos() - nanos.getAsLong();
        if (left > 0 || probing) {
            return Optional.of(Duration.ofNanos(Math.max(left, SHORTEST_WAIT.toNanos())));
        }
        probing = true;
        return Optional.empty();
    }

    /** The service answered. */
    public void succeeded() {
        if (open || failures > 0) {
            close();
        }
    }

    private synchronized void close() {
        failures = 0;
        open = false;
        probing = false;
    }

    /** The service could not be reached. */
    public synchronized Failure failed() {
        int inARow = failures + 1;
        failures = inARow;
        if (open && !probing) {
            return Failure.FURTHER; // It was on its way when the breaker opened.
        }
        boolean opens = !open && inARow >= FAILURES;
        if (probing || opens) {
            open = true;
            probing = false;
            openedAt = nanos.getAsLong();
        }
        if (opens) {
            return Failure.OPENING;
        }
        return inARow == 1 ? Failure.FIRST : Failure.FURTHER;
    }

    /** It failed for a reason that says nothing of the service. */
    public void undecided() {
        if (open) {
            stopProbing();
        }
    }

    private synchronized void stopProbing() {
        probing = false;
    }

    /** Whether callers are turned away. */
    public boolean isOpen() {
        return open;
    }
}
