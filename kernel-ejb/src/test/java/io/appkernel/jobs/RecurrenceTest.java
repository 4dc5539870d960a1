package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.cron.Missed;
import io.appkernel.cron.Schedule;
import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes with the same schedules. */
class RecurrenceTest {
    private static final int SCHEDULES = 50;

    /** Of a job's schedule and moment, how often it ran. */
    private final Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Map<String, Schedule> schedules = new LinkedHashMap<>();

    @TempDir
    Path directory;

    private TestJobs one;
    private TestJobs two;

    @BeforeEach
    void open() {
        TestDeployment deployment = TestDeployment.fresh(DatabaseKind.H2, directory);
        one = new TestJobs(deployment);
        two = new TestJobs(deployment);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        one.close();
        two.close();
    }

    private void recur(Missed missed) {
        for (int i = 0; i < SCHEDULES; i++) {
            String task = "tick." + i;
            schedules.put(task, Schedule.of("* * * * *", "UTC", missed));
            for (TestJobs node : List.of(one, two)) {
                node.registry.add(
                        task,
                        new JobRegistry.Known(
                                "default",
                                Object.class,
                                Thread.currentThread().getContextClassLoader(),
                                (nothing, context) -> count(context)));
            }
        }
    }

    private int count(JobContext context) {
        String run = context.taskName() + "@" + context.metadata().get("scheduled_for");
        return runs.computeIfAbsent(run, any -> new AtomicInteger()).incrementAndGet();
    }

    private void tick(List<Recurrence> nodes) throws Exception {
        List<Callable<Duration>> steps =
                nodes.stream().<Callable<Duration>>map(node -> node::step).toList();
        for (Future<Duration> step : threads.invokeAll(steps)) {
            assertThat(step.get()).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    private void at(Instant moment) {
        Duration ahead = Duration.between(Instant.now(), moment);
        one.ahead.set(ahead);
        two.ahead.set(ahead);
    }

    @Test
    void eachMomentRunsOnceHoweverManyNodesTry() throws Exception {
        int minutes = Integer.getInteger("kernel.test.jobs", 600) / 60;
        recur(Missed.ALL);
        List<Recurrence> nodes = List.of(one.recurring(schedules), two.recurring(schedules));
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.HOURS);
        at(begin.plusSeconds(10));
        tick(nodes);
        one.working();
        two.working();
        for (int minute = 1; minute <= minutes; minute++) {
            at(begin.plusSeconds(60L * minute + 10));
            tick(nodes);
        }
        int all = SCHEDULES * minutes;
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> runs.size() == all && idle());
        assertThat(runs.values()).extracting(AtomicInteger::get).containsOnly(1);
        for (int minute = 1; minute <= minutes; minute++) {
            assertThat(runs).containsKey("tick.0@" + begin.plusSeconds(60L * minute));
        }
    }

    private boolean idle() {
        var depth = one.jobs.queueStatus().get("default");
        return depth.waiting() + depth.active() + depth.delayed() == 0;
    }

    @Test
    void whatWasMissedWhileAllNodesWereDownRunsOnce() throws Exception {
        recur(Missed.ONCE);
        List<Recurrence> nodes = List.of(one.recurring(schedules), two.recurring(schedules));
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.HOURS);
        at(begin.plusSeconds(10));
        tick(nodes);
        at(begin.plusSeconds(30 * 60 + 10));
        tick(nodes);
        tick(nodes);
        one.working();
        Awaitility.await().until(() -> runs.size() >= SCHEDULES && idle());
        assertThat(runs).hasSize(SCHEDULES).containsKey("tick.7@" + begin.plusSeconds(30 * 60));
        assertThat(runs.values()).extracting(AtomicInteger::get).containsOnly(1);
    }
}
