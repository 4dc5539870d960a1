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
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
    private @Nullable Loop scheduler;
    private @Nullable Loop mover;

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
            Loop loop = new Loop("schedule");
            scheduler = loop;
            loop.start(() -> loop.pause(recurrence.step()));
        }
    }

    /** Moves jobs that were enqueued in transactions. */
    synchronized void moveOutbox() {
        Loop loop = new Loop("outbox");
        mover = loop;
        loop.start(() -> {
            outbox.step();
            outbox.await(OUTBOX_PERIOD);
        });
    }

    synchronized List<QueueWorker> workers() {
        return List.copyOf(workers);
    }

    /** The outbox comes last: it forgets what ended while the workers stopped, or that would be done again. */
    @Override
    public synchronized void close() {
        Optional.ofNullable(scheduler).ifPresent(Loop::stop);
        QueueWorker.closeAll(workers);
        Optional.ofNullable(scheduler).ifPresent(Loop::join);
        Optional.ofNullable(mover).ifPresent(loop -> {
            loop.stop();
            outbox.wake();
            loop.join();
            loop.once(outbox::clear);
        });
        workers.clear();
        scheduler = null;
        mover = null;
    }

    /** A thread that does the same again and again, whatever goes wrong. */
    private final class Loop {
        private final String what;
        private final CountDownLatch end = new CountDownLatch(1);
        private @Nullable Thread thread;
        private volatile boolean well = true;

        Loop(String what) {
            this.what = what;
        }

        void start(Step step) {
            Thread made = threads.newThread(() -> repeat(step));
            made.setName("kernel-jobs-" + what);
            made.setDaemon(true);
            thread = made;
            made.start();
        }

        private void repeat(Step step) {
            while (end.getCount() > 0) {
                try {
                    once(step);
                    pause(well ? Duration.ZERO : AFTER_FAILURE);
                } catch (InterruptedException e) {
                    // The server interrupts its threads when it goes down; close() ends this one in order.
                } catch (OutOfMemoryError e) {
                    well = false;
                }
            }
        }

        /** Even an error must not end it: nobody would move jobs, or make those that recur. */
        void once(Step step) {
            try {
                step.run();
                if (!well) {
                    parts.log().info("work on jobs goes on", "what", what);
                }
                well = true;
            } catch (InterruptedException e) {
                // As above.
            } catch (Throwable e) {
                if (well) {
                    parts.log().warn("work on jobs has to wait", e, "what", what);
                }
                well = false;
            }
        }

        void pause(Duration longest) throws InterruptedException {
            end.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        }

        void stop() {
            end.countDown();
        }

        void join() {
            try {
                if (thread != null) {
                    thread.join(AFTER_FAILURE.toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What a loop does again and again. */
    private interface Step {
        void run() throws InterruptedException;
    }
}
