package io.appkernel.health;

import io.appkernel.log.KernelLog;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thread for each running check. Bounded by its user, who never runs a check twice at a time; idle threads end by
 * themselves, later than the next probe usually comes. Thread-safe.
 */
final class HealthThreads implements Executor, AutoCloseable {
    private static final long IDLE_SECONDS = 30;
    private static final long LAST_WORDS_MILLIS = 500;

    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor pool;
    private final KernelLog log;

    HealthThreads(ThreadFactory factory, KernelLog log) {
        this.log = log;
        pool = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task -> named(factory, task));
    }

    private Thread named(ThreadFactory factory, Runnable task) {
        Thread thread = factory.newThread(task);
        thread.setName("kernel-health-" + count.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Lets running checks end, then interrupts them. One that ignores even that keeps its thread, and is logged. */
    @Override
    public void close() {
        pool.shutdown();
        if (!ended()) {
            pool.shutdownNow();
            if (!ended()) {
                log.warn(
                        "health checks ignore the interrupt and keep their threads, kernel-health-*, after undeploy",
                        "checks",
                        pool.getActiveCount());
            }
        }
    }

    private boolean ended() {
        try {
            return pool.awaitTermination(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
