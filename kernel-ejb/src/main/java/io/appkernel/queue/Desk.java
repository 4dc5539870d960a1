package io.appkernel.queue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The jobs that a node holds, between the threads that fetch, do, answer for and keep them. Thread-safe. */
final class Desk {
    private static final int MOST_BUFFERED = 256;
    private static final long WORK_IN_BUFFER = TimeUnit.MILLISECONDS.toNanos(50);

    private final int workers;
    private final Map<Claim, Run> held = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Run> waiting = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(0);
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger stuck = new AtomicInteger();
    private volatile long usualNanos = WORK_IN_BUFFER;
    private volatile boolean fetching = true;
    private volatile boolean working = true;

    Desk(int workers) {
        this.workers = workers;
    }

    boolean isFetching() {
        return fetching;
    }

    boolean isWorking() {
        return working;
    }

    /** How many more may be fetched: what the threads do in a moment, so that nothing waits here for long. */
    int room() {
        return wanted() - waiting.size();
    }

    private int wanted() {
        return (int) Math.min(MOST_BUFFERED, Math.max(workers, workers * WORK_IN_BUFFER / Math.max(usualNanos, 1)));
    }

    void awaitRoom(long millis) throws InterruptedException {
        if (room.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            room.drainPermits();
        }
    }

    void fetched(Run run) {
        held.put(run.claim(), run);
        waiting.add(run);
    }

    @Nullable Run next(long millis) throws InterruptedException {
        Run run = waiting.poll(millis, TimeUnit.MILLISECONDS);
        if (run != null && waiting.size() <= wanted() / 2 && room.availablePermits() == 0) {
            room.release();
        }
        return run;
    }

    /** A moving average; one job among eight. */
    synchronized void took(long nanos) {
        long usual = usualNanos;
        usualNanos = usual + (nanos - usual) / 8;
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

    AtomicInteger stuck() {
        return stuck;
    }

    /** Whether one more thread may be given for lost. */
    boolean mayLoseOne() {
        return stuck.incrementAndGet() <= workers;
    }

    void stopFetching() {
        fetching = false;
        room.release();
    }

    /** What nobody has begun goes back. */
    void handBack() {
        for (Run run = waiting.poll(); run != null; run = waiting.poll()) {
            came(new Outcome.HandedBack(run.claim()));
        }
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
