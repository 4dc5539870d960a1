package io.appkernel.jobs;

import io.appkernel.metrics.Metrics;
import io.appkernel.queue.Depth;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.QueueWorker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Shows the jobs to consoles and metrics; asks Redis at most once in a while for all that it shows. Thread-safe. */
final class JobsView implements JobsMXBean {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Jobs jobs;
    private final JobMeters meters;
    private final Supplier<List<QueueWorker>> workers;
    private final InstantSource clock;
    private Map<String, Depth> status = Map.of();
    private Instant asked = Instant.EPOCH;

    JobsView(Jobs jobs, JobMeters meters, Supplier<List<QueueWorker>> workers, InstantSource clock) {
        this.jobs = jobs;
        this.meters = meters;
        this.workers = workers;
        this.clock = clock;
    }

    /** Meters of each queue; a Redis that is away shows as no value. */
    void measure(Metrics metrics, List<JobQueue> queues) {
        for (JobQueue queue : queues) {
            String name = queue.name();
            gauge(metrics, "jobs_waiting", name, Depth::waiting);
            gauge(metrics, "jobs_delayed", name, Depth::delayed);
            gauge(metrics, "jobs_active", name, Depth::active);
            gauge(metrics, "jobs_dead", name, Depth::dead);
            gauge(metrics, "jobs_oldest_seconds", name, this::age);
        }
        metrics.gauge("jobs_stuck_threads", this::getStuckHere);
    }

    private void gauge(Metrics metrics, String name, String queue, ToLongFunction<Depth> value) {
        metrics.gauge(
                name,
                () -> Optional.ofNullable(status().get(queue))
                        .<Number>map(value::applyAsLong)
                        .orElse(Double.NaN),
                "queue",
                queue);
    }

    private long age(Depth depth) {
        return depth.oldest()
                .map(oldest ->
                        Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
                .orElse(0L);
    }

    private synchronized Map<String, Depth> status() {
        Instant now = clock.instant();
        if (asked.plus(FRESH).isBefore(now)) {
            asked = now;
            try {
                status = jobs.queueStatus();
            } catch (RuntimeException e) {
                status = Map.of();
            }
        }
        return status;
    }

    private long sum(ToLongFunction<Depth> value) {
        return status().values().stream().mapToLong(value).sum();
    }

    @Override
    public long getWaiting() {
        return sum(Depth::waiting);
    }

    @Override
    public long getDelayed() {
        return sum(Depth::delayed);
    }

    @Override
    public long getActive() {
        return sum(Depth::active);
    }

    @Override
    public long getDead() {
        return sum(Depth::dead);
    }

    @Override
    public long getOldestSeconds() {
        return status().values().stream().mapToLong(this::age).max().orElse(0);
    }

    @Override
    public int getRunningHere() {
        return workers.get().stream().mapToInt(QueueWorker::running).sum();
    }

    @Override
    public int getStuckHere() {
        return workers.get().stream().mapToInt(QueueWorker::stuck).sum();
    }

    @Override
    public long getDoneHere() {
        return meters.done();
    }

    @Override
    public long getFailedHere() {
        return meters.failed();
    }

    @Override
    public void pause(String queue) {
        jobs.pause(queue);
    }

    @Override
    public void resume(String queue) {
        jobs.resume(queue);
    }

    @Override
    public int retryAll(String queue) {
        return jobs.retryAll(queue);
    }
}
