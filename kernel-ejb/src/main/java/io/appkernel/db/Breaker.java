package io.appkernel.db;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Turns callers away at once while the database cannot be reached. It opens after several failures to connect in a row;
 * when it has been open for a while one caller may try, and what comes of that closes it or keeps it open. Thread-safe.
 */
final class Breaker {
    static final int FAILURES = 5;
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private int failures;
    private boolean open;
    private boolean probing;
    private long openedAt;

    /** What a failure is news of. */
    enum Failure {
        FIRST,
        FURTHER,
        OPENING
    }

    /** {@code nanos} is a monotonic clock. */
    Breaker(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Lets the caller pass, who must then say how it went. */
    synchronized void admit() throws NoConnection {
        if (!open) {
            return;
        }
        long left = openedAt + PAUSE.toNanos() - nanos.getAsLong();
        if (left > 0 || probing) {
            throw NoConnection.breakerOpen(
                    Duration.ofNanos(Math.max(left, Duration.ofSeconds(1).toNanos())));
        }
        probing = true;
    }

    synchronized void succeeded() {
        failures = 0;
        open = false;
        probing = false;
    }

    synchronized Failure failed() {
        failures++;
        if (open && !probing) {
            return Failure.FURTHER; // It was on its way when the breaker opened.
        }
        boolean opens = !open && failures >= FAILURES;
        if (probing || opens) {
            open = true;
            probing = false;
            openedAt = nanos.getAsLong();
        }
        if (opens) {
            return Failure.OPENING;
        }
        return failures == 1 ? Failure.FIRST : Failure.FURTHER;
    }

    /** It failed for a reason that says nothing of the database. */
    synchronized void undecided() {
        probing = false;
    }

    synchronized boolean isOpen() {
        return open;
    }
}
