package io.appkernel.issuers;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tries something with one thread at a time, and after a failure not again for a few seconds: who asks meanwhile hears of
 * that failure at once, so that a peer which is down neither holds threads nor meets a crowd when it is back. Thread-safe.
 */
final class Attempts<T> {
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable IOException failure;
    private long failedAt;

    Attempts(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What may fail. */
    interface Attempt<T> {
        T run() throws IOException;
    }

    /** @param attempt may find that another thread has succeeded meanwhile */
    T run(Attempt<T> attempt) throws IOException {
        if (!entered()) {
            throw new IOException("Others wait for the same already");
        }
        try {
            IOException before = failure;
            if (before != null && nanos.getAsLong() - failedAt < PAUSE.toNanos()) {
                throw new IOException(before.getMessage(), before);
            }
            T result = attempt.run();
            failure = null;
            return result;
        } catch (IOException e) {
            if (failure == null || nanos.getAsLong() - failedAt >= PAUSE.toNanos()) {
                failure = e;
                failedAt = nanos.getAsLong();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /** Whether it failed when it was tried last. */
    boolean haveFailed() {
        return failure != null;
    }

    private boolean entered() {
        try {
            return lock.tryLock(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
