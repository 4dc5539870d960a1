package io.appkernel.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One claimed job on this node, from the claim to its end. Thread-safe. */
public final class Run {
    /** Why a run was told to end before its time. */
    public enum Stop {
        NONE,
        CANCELLED,
        TIMED_OUT,
        /** Its lease is another's: whatever comes of it counts no more. */
        LOST,
        /** The node goes down. */
        SHUT_DOWN
    }

    private final Claim claim;
    private final long timeoutNanos;
    private final long fetchedNanos = System.nanoTime();
    private @Nullable Thread thread;
    private long startedNanos;
    private boolean over;
    private boolean abandoned;
    private volatile Stop stop = Stop.NONE;

    Run(Claim claim, long timeoutNanos) {
        this.claim = claim;
        this.timeoutNanos = timeoutNanos;
    }

    public Claim claim() {
        return claim;
    }

    /** When it came to this node. */
    long fetchedNanos() {
        return fetchedNanos;
    }

    /** Why it was told to end; a handler that computes for long looks here and ends early. */
    public Stop stop() {
        return stop;
    }

    /** False when it was told to end before it began. */
    synchronized boolean begin(long now) {
        if (stop != Stop.NONE) {
            return false;
        }
        thread = Thread.currentThread();
        startedNanos = now;
        return true;
    }

    synchronized void tell(Stop why) {
        if (stop != Stop.NONE || over) {
            return;
        }
        stop = why;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** How long until its time is up; negative when it is. */
    synchronized long nanosLeft(long now) {
        return thread == null || over ? Long.MAX_VALUE : timeoutNanos - (now - startedNanos);
    }

    /** How long it has run. */
    public synchronized Duration age() {
        return thread == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Ends it; false when it was abandoned before, and another spoke for it. */
    synchronized boolean end() {
        over = true;
        // What was meant for this job must not hit the next one.
        Thread.interrupted();
        return !abandoned;
    }

    /** Speaks for a run that does not end; false when it just did. */
    synchronized boolean abandon() {
        if (over || abandoned || thread == null) {
            return false;
        }
        abandoned = true;
        return true;
    }

    synchronized boolean isRunning() {
        return thread != null && !over && !abandoned;
    }

    /** Where its thread is, for a log line. */
    synchronized String place() {
        StackTraceElement[] stack = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        return stack.length == 0 ? "nowhere" : stack[0].toString();
    }
}
