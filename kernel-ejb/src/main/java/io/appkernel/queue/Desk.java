package io.appkernel.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The jobs that a node holds, between the threads that fetch, do, answer for and keep them. Whoever works takes them in
 * the order they came; there are no more of them than threads are idle, and of short jobs what the threads do in a moment,
 * so that one round trip brings many. Thread-safe.
 */
final class Desk {
    private static final int MOST_BUFFERED = 256;
    private static final long A_MOMENT = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long TOO_LONG_IN_BUFFER = TimeUnit.SECONDS.toNanos(1);

    private final int workers;
    private final Map<Claim, Run> held = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean fetching = true;
    private volatile boolean working = true;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Condition space = lock.newCondition();
    private final Deque<Run> waiting = new ArrayDeque<>();
    private int threads;
    private int stuck;
    private int idle;
    private long taken = System.nanoTime();
    /** Long until it is known to be short. */
    private long usual = TOO_LONG_IN_BUFFER;

    Desk(int workers) {
        this.workers = workers;
    }

    boolean isFetching() {
        return fetching;
    }

    boolean isWorking() {
        return working;
    }

    /** How many more may be fetched now; none before half of the buffer is empty, so that few calls bring many. */
    int room() {
        lock.lock();
        try {
            int wanted = wanted();
            return waiting.size() <= wanted / 2 ? wanted - waiting.size() : 0;
        } finally {
            lock.unlock();
        }
    }

    private int wanted() {
        // When nobody has come for a job for longer than a moment, those that run are not of the usual kind.
        boolean asUsual = idle > 0 || System.nanoTime() - taken < A_MOMENT;
        long more = asUsual ? threads * A_MOMENT / Math.max(usual, 1) : 0;
        return (int) Math.min(MOST_BUFFERED, idle + more);
    }

    /** Waits until there is room, but no longer than this. */
    void awaitRoom(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        try {
            while (fetching && room() == 0 && left > 0) {
                left = space.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void fetched(List<Run> runs) {
        lock.lock();
        try {
            for (Run run : runs) {
                held.put(run.claim(), run);
                waiting.add(run);
                work.signal();
            }
        } finally {
            lock.unlock();
        }
        if (!fetching) {
            handBack();
        }
    }

    @Nullable Run next(long millis) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(millis);
        lock.lock();
        idle++;
        try {
            if (room() > 0) {
                space.signal();
            }
            while (waiting.isEmpty() && left > 0) {
                left = work.awaitNanos(left);
            }
            Run run = waiting.poll();
            if (run != null) {
                taken = System.nanoTime();
            }
            return run;
        } finally {
            idle--;
            lock.unlock();
        }
    }

    /** A moving average; one job among eight. */
    void took(long nanos) {
        lock.lock();
        try {
            usual += (nanos - usual) / 8;
        } finally {
            lock.unlock();
        }
    }

    void came(Outcome outcome) {
        outcomes.add(outcome);
    }

    /** Adds what came of jobs, up to so many; waits for the first. */
    void take(List<Outcome> batch, int most, long millis) throws InterruptedException {
        Outcome first = outcomes.poll(millis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            outcomes.drainTo(batch, most - 1);
        }
    }

    boolean hasOutcomes() {
        return !outcomes.isEmpty();
    }

    void forget(Claim claim) {
        held.remove(claim);
    }

    Collection<Run> held() {
        return held.values();
    }

    int running() {
        return (int) held.values().stream().filter(Run::isRunning).count();
    }

    int stuck() {
        lock.lock();
        try {
            return stuck;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether another thread is to begin, which then counts as begun. Those that hang cost memory, so no more of them are
     * replaced than there are workers.
     */
    boolean wantsThread() {
        lock.lock();
        try {
            boolean wants = threads < workers && threads + stuck < 2 * workers;
            threads += wants ? 1 : 0;
            return wants;
        } finally {
            lock.unlock();
        }
    }

    /** A thread ended, or did not begin. */
    void endedThread() {
        lock.lock();
        try {
            threads--;
        } finally {
            lock.unlock();
        }
    }

    /** A thread does not come back from its job. */
    void lostThread() {
        lock.lock();
        try {
            threads--;
            stuck++;
        } finally {
            lock.unlock();
        }
    }

    /** One came back after all; answers whether it is to go on. */
    boolean foundThread() {
        lock.lock();
        try {
            stuck--;
            boolean missing = threads < workers;
            threads += missing ? 1 : 0;
            return missing;
        } finally {
            lock.unlock();
        }
    }

    void stopFetching() {
        lock.lock();
        try {
            fetching = false;
            space.signal();
        } finally {
            lock.unlock();
        }
    }

    /** What nobody has begun goes back. */
    void handBack() {
        List<Run> back;
        lock.lock();
        try {
            back = new ArrayList<>(waiting);
            waiting.clear();
        } finally {
            lock.unlock();
        }
        // Each goes to the front, so the first goes last.
        for (int i = back.size() - 1; i >= 0; i--) {
            came(new Outcome.HandedBack(back.get(i).claim()));
        }
    }

    /** Hands back what waits for threads that are all busy or lost; answers the nanoseconds until it is to be asked again. */
    long handBackLate(long now) {
        long left;
        lock.lock();
        try {
            Run first = waiting.peek();
            boolean late = first != null && idle == 0;
            left = !late ? TOO_LONG_IN_BUFFER : threads == 0 ? 0 : TOO_LONG_IN_BUFFER - (now - first.fetchedNanos());
        } finally {
            lock.unlock();
        }
        if (left > 0) {
            return left;
        }
        handBack();
        return TOO_LONG_IN_BUFFER;
    }

    void stop() {
        working = false;
        end.countDown();
    }

    /** Waits for the end, but no longer than this; answers whether it has come. */
    boolean pause(long nanos) throws InterruptedException {
        return end.await(nanos, TimeUnit.NANOSECONDS);
    }
}
