package io.appkernel.jobs;

import io.appkernel.context.Calls;
import io.appkernel.cron.Schedule;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.outbox.Outbox;
import io.appkernel.outbox.OutboxSchema;
import io.appkernel.queue.QueueState;
import io.appkernel.queue.QueueWorker;
import io.appkernel.redis.Redis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** One node of jobs in plain Java. */
final class TestJobs implements AutoCloseable {
    static final JobsSettings SETTINGS = settings(4);

    final List<String> log = new CopyOnWriteArrayList<>();
    final JobRegistry registry = new JobRegistry();
    final Calls calls = new Calls();
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    /** What the next who looks at the clock gets. */
    final AtomicReference<@Nullable Error> fault = new AtomicReference<>();

    final Db db;
    final Redis redis;
    final Outbox outbox;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Jobs jobs;
    private final TestDatabase opened;
    private final JobParts parts;
    private final Queues queues;
    private @Nullable JobNode node;

    TestJobs(TestDeployment deployment) {
        this(deployment, SETTINGS);
    }

    TestJobs(TestDeployment deployment, JobsSettings jobsSettings) {
        this.opened = deployment.database(OutboxSchema.tables());
        this.db = new Db(opened.database());
        this.redis = deployment.redis();
        Json json = new Json();
        InstantSource clock = this::now;
        KernelLog lines = KernelLog.to(log::add);
        this.parts =
                new JobParts(registry, new JobText(json, jobsSettings.maxPayload()), jobsSettings, calls, clock, lines);
        this.queues = new Queues(redis, jobsSettings, registry);
        this.outbox = new Outbox(opened.database(), db, json, queues::of, clock);
        this.jobs = new Jobs(parts, queues, outbox);
    }

    private Instant now() {
        Error thrown = fault.getAndSet(null);
        if (thrown != null) {
            throw thrown;
        }
        return Instant.now().plus(ahead.get());
    }

    static JobsSettings settings(int workers) {
        return new JobsSettings(
                workers,
                Duration.ofSeconds(30),
                3,
                List.of(Duration.ofMillis(5), Duration.ofMillis(10)),
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                10_000,
                Duration.ofMillis(200));
    }

    /** Begins to work. */
    TestJobs working() {
        JobNode started = new JobNode(
                parts, redis, queues, outbox, new JobMeters(new Metrics(meters)), Executors.defaultThreadFactory());
        node = started;
        started.moveOutbox();
        started.work(Map.of());
        return this;
    }

    /** What this node enqueues of these by itself, when its step is called. */
    Recurrence recurring(Map<String, Schedule> schedules) {
        return new Recurrence(schedules, parts, queues);
    }

    void stopWorking() {
        JobNode running = node;
        if (running != null) {
            running.close();
            node = null;
        }
    }

    /** How many threads never came back. */
    int stuck() {
        return Optional.ofNullable(node)
                .map(running ->
                        running.workers().stream().mapToInt(QueueWorker::stuck).sum())
                .orElse(0);
    }

    /** The job once it is in this state. */
    Job await(String id, QueueState state) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> jobs.get(id),
                        job -> job.map(Job::state).filter(now -> now == state).isPresent())
                .orElseThrow();
    }

    @Override
    public void close() {
        stopWorking();
        redis.close();
        opened.close();
    }
}
