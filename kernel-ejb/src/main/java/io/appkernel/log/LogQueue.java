package io.appkernel.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lines that wait for the writer, bounded by their length. Whoever finds it full waits a moment; if there is still no
 * room, that line and the following ones are refused and counted until the writer takes the batch.
 */
final class LogQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final long limit;
    private final long patienceNanos;

    private List<LogLine> pending = new ArrayList<>();
    private long size;
    private long refused;
    private boolean urgent;
    private boolean refusing;
    private boolean closed;

    LogQueue(long limit, long patienceNanos) {
        this.limit = limit;
        this.patienceNanos = patienceNanos;
    }

    Outcome offer(LogLine line) {
        lock.lock();
        try {
            if (!closed && !hasRoom(line)) {
                awaitRoom(line);
            }
            if (closed) {
                return Outcome.CLOSED;
            }
            if (!hasRoom(line)) {
                refusing = true;
                refused++;
                return Outcome.REFUSED;
            }
            add(line);
            return Outcome.TAKEN;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(LogLine line) {
        return pending.isEmpty() || size + line.text().length() <= limit;
    }

    private void awaitRoom(LogLine line) {
        work.signal();
        try {
            long left = refusing ? 0 : patienceNanos;
            while (left > 0 && !refusing && !closed && !hasRoom(line)) {
                left = space.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(LogLine line) {
        boolean wasEmpty = pending.isEmpty();
        boolean wasCalm = isCalm();
        pending.add(line);
        size += line.text().length();
        urgent |= line.isUrgent();
        if (wasEmpty || (wasCalm && !isCalm())) {
            work.signal();
        }
    }

    private boolean isCalm() {
        return !urgent && size < limit / 2;
    }

    /**
     * Waits for the first line, then for more until the time is over, the batch is large, a line is urgent or the
     * queue is closed. Empty when the queue is closed and nothing is left.
     */
    List<LogLine> take(long nanos) throws InterruptedException {
        lock.lock();
        try {
            while (pending.isEmpty() && !closed) {
                work.await();
            }
            long left = nanos;
            while (left > 0 && isCalm() && !closed) {
                left = work.awaitNanos(left);
            }
            List<LogLine> batch = pending;
            pending = new ArrayList<>(Math.min(batch.size(), 1024));
            size = 0;
            urgent = false;
            refusing = false;
            space.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more lines; those that wait can still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            work.signalAll();
            space.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long refused() {
        lock.lock();
        try {
            return refused;
        } finally {
            lock.unlock();
        }
    }

    long size() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    enum Outcome {
        TAKEN,
        REFUSED,
        CLOSED
    }
}
