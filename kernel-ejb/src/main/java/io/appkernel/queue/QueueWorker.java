package io.appkernel.queue;

import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Does the jobs of one queue on one node: a thread fetches, some work, one tells what came of it, one keeps the leases.
 * While Redis is away it waits, and goes on by itself. Thread-safe.
 */
public final class QueueWorker implements AutoCloseable {
    private static final long UNTIL_LEFT_BEHIND = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(5);

    private final JobQueue queue;
    private final Work work;
    private final Duration grace;
    private final ThreadFactory threads;
    private final KernelLog log;
    private final Desk desk;
    private final Outage outage;
    private final Fetching fetching;
    private final Thread fetcher;
    private final List<Thread> started = new ArrayList<>();
    private final List<Thread> working = new ArrayList<>();

    /**
     * Begins at once.
     *
     * @param workers how many jobs run at a time
     * @param grace how long a job may take to end when this is closed, or when its time is up
     */
    public QueueWorker(
            JobQueue queue, Redis redis, Work work, int workers, Duration grace, ThreadFactory threads, KernelLog log) {
        this.queue = queue;
        this.work = work;
        this.grace = grace;
        this.threads = threads;
        this.log = log;
        this.desk = new Desk(workers);
        this.outage = new Outage(desk, log, queue.name());
        this.fetching = new Fetching(queue, desk, work, redis);
        Answering answering = new Answering(queue, desk, work, log);
        Keeping keeping = new Keeping(queue, desk, work, grace, this::workMore, log);
        this.fetcher = begin("fetch", () -> loop(desk::isFetching, fetching::step));
        begin("answer", () -> loop(() -> !answering.isDone(), answering::step));
        begin("keep", () -> loop(desk::isWorking, keeping::step));
        while (desk.wantsThread()) {
            workMore();
        }
    }

    private synchronized void workMore() {
        try {
            working.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
            working.add(begin("work", new Working(desk, work, log)));
        } catch (Throwable e) {
            desk.endedThread();
            throw e;
        }
    }

    private synchronized Thread begin(String what, Runnable loop) {
        started.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = threads.newThread(loop);
        thread.setName("kernel-jobs-" + queue.name() + "-" + what);
        thread.setDaemon(true);
        started.add(thread);
        thread.start();
        return thread;
    }

    private void loop(BooleanSupplier goesOn, Outage.Step step) {
        boolean well = true;
        while (goesOn.getAsBoolean() && (well || desk.isFetching())) {
            try {
                well = outage.step(step);
            } catch (InterruptedException e) {
                // The server interrupts its threads when it goes down; close() ends this one in order.
                well = true;
            } catch (OutOfMemoryError e) {
                // There was not even memory to say so.
                well = false;
            }
        }
    }

    /** How many jobs run now. */
    public int running() {
        return desk.running();
    }

    /** How many threads never came back from a job whose time was up. */
    public int stuck() {
        return desk.stuck();
    }

    /** Takes no more jobs, lets those that run end, hands the rest back, and ends every thread. */
    @Override
    public void close() {
        closeAll(List.of(this));
    }

    /** Closes them at once: none takes a job any more when the first is waited for, and all share one time of grace. */
    public static void closeAll(List<QueueWorker> workers) {
        workers.forEach(worker -> worker.desk.stopFetching());
        workers.forEach(QueueWorker::wakeFetcher);
        join(workers.stream().map(worker -> worker.fetcher).toList());
        workers.forEach(worker -> worker.desk.handBack());
        await(
                workers,
                workers.stream()
                        .mapToLong(worker -> worker.grace.toNanos())
                        .max()
                        .orElse(0));
        workers.forEach(worker -> worker.desk.held().forEach(run -> run.tell(Run.Stop.SHUT_DOWN)));
        await(workers, UNTIL_LEFT_BEHIND);
        workers.forEach(QueueWorker::stop);
        join(workers.stream().flatMap(worker -> worker.threads().stream()).toList());
        workers.forEach(worker -> worker.fetching.close());
    }

    /** Not while Redis is away: the fetcher wakes up by itself before long. */
    private void wakeFetcher() {
        if (outage.isOn()) {
            return;
        }
        try {
            queue.wake();
        } catch (RuntimeException e) {
            log.debug("a queue does not answer at the end", "queue", queue.name());
        }
    }

    private void stop() {
        desk.held().forEach(this::leaveBehind);
        desk.stop();
        // Whoever works has nothing left to do and waits for more; whoever answers ends by itself.
        working().forEach(Thread::interrupt);
    }

    private void leaveBehind(Run run) {
        if (run.abandon()) {
            log.warn(
                    "a job did not end in time and is handed back; its thread is left behind",
                    "job",
                    run.claim().id(),
                    "at",
                    run.place());
            desk.lostThread();
            desk.came(new Outcome.HandedBack(run.claim()));
        }
    }

    private synchronized List<Thread> working() {
        return List.copyOf(working);
    }

    private synchronized List<Thread> threads() {
        return List.copyOf(started);
    }

    private static void await(List<QueueWorker> workers, long nanos) {
        long until = System.nanoTime() + nanos;
        try {
            while (System.nanoTime() < until && workers.stream().anyMatch(worker -> worker.running() > 0)) {
                workers.get(0).desk.pause(LOOK_AGAIN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that hang never end, so nobody waits for one after the other. */
    private static void join(List<Thread> threads) {
        long until = System.nanoTime() + UNTIL_LEFT_BEHIND;
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
