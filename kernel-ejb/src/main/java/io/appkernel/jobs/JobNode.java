package io.appkernel.jobs;

import io.appkernel.cron.Schedule;
import io.appkernel.outbox.Outbox;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.QueueWorker;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What one node does for jobs: it moves the outbox and, on worker nodes, does jobs and keeps the schedules. */
final class JobNode implements AutoCloseable {
    private static final Duration OUTBOX_PERIOD = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final JobParts parts;
    private final Redis redis;
    private final Queues queues;
    private final Outbox outbox;
    private final JobMeters meters;
    private final ThreadFactory threads;
    private final List<QueueWorker> workers = new ArrayList<>();
    private final List<Thread> loops = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    JobNode(JobParts parts, Redis redis, Queues queues, Outbox outbox, JobMeters meters, ThreadFactory threads) {
        this.parts = parts;
        this.redis = redis;
        this.queues = queues;
        this.outbox = outbox;
        this.meters = meters;
        this.threads = threads;
    }

    /** Takes jobs of every queue, and enqueues what recurs. */
    synchronized void work(Map<String, Schedule> schedules) {
        Chains chains = new Chains(parts, queues);
        for (JobQueue queue : queues.all()) {
            workers.add(new QueueWorker(
                    queue,
                    redis,
                    new TaskWork(queue, parts, chains, outbox, meters),
                    parts.settings().workerCount(),
                    parts.settings().stopGrace(),
                    threads,
                    parts.log()));
        }
        if (!schedules.isEmpty()) {
            Recurrence recurrence = new Recurrence(schedules, parts, queues);
            loop("schedule", () -> pause(recurrence.step()));
        }
    }

    /** Moves jobs that were enqueued in transactions. */
    synchronized void moveOutbox() {
        loop("outbox", () -> {
            outbox.step();
            outbox.await(OUTBOX_PERIOD);
        });
    }

    synchronized List<QueueWorker> workers() {
        return List.copyOf(workers);
    }

    private void loop(String what, Step step) {
        Thread thread = threads.newThread(() -> repeat(what, step));
        thread.setName("kernel-jobs-" + what);
        thread.setDaemon(true);
        loops.add(thread);
        thread.start();
    }

    private void repeat(String what, Step step) {
        BooleanSupplier over = () -> end.getCount() == 0;
        boolean well = true;
        while (!over.getAsBoolean()) {
            try {
                step.run();
                if (!well) {
                    parts.log().info("work on jobs goes on", "what", what);
                }
                well = true;
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (well && !over.getAsBoolean()) {
                    parts.log().warn("work on jobs has to wait", e, "what", what);
                }
                well = false;
                pauseAfterFailure();
            }
        }
    }

    private void pauseAfterFailure() {
        try {
            pause(AFTER_FAILURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration longest) throws InterruptedException {
        if (end.await(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("The node stops");
        }
    }

    @Override
    public synchronized void close() {
        end.countDown();
        loops.forEach(Thread::interrupt);
        workers.forEach(QueueWorker::close);
        for (Thread loop : loops) {
            try {
                loop.join(AFTER_FAILURE.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        workers.clear();
        loops.clear();
    }

    /** What a loop does again and again. */
    private interface Step {
        void run() throws InterruptedException;
    }
}
