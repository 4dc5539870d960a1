package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Worker nodes die without a word, or fall asleep and come back. */
class QueueKillTest {
    private static final System.Logger LOG = System.getLogger(QueueKillTest.class.getName());
    private static final Duration LONGEST_JOB = Duration.ofMillis(30);

    private final int kills = Integer.getInteger("kernel.test.jobs.kills", 3);
    private final int jobs = Integer.getInteger("kernel.test.jobs", 600);
    private final List<Process> processes = new ArrayList<>();
    private final String url = TestRedis.shared().url();
    private final String prefix = TestRedis.shared().newPrefix();
    private Redis redis;
    private JobQueue queue;
    private CountingWork counting;

    @BeforeEach
    void open() {
        redis = TestQueues.redis(url, prefix);
        queue = TestQueues.queue(redis);
        counting = new CountingWork(redis, Duration.ZERO);
    }

    @AfterEach
    void close() {
        processes.forEach(Process::destroyForcibly);
        redis.close();
    }

    private Process start() {
        Process process = WorkingProcess.start(url, prefix, LONGEST_JOB);
        processes.add(process);
        return process;
    }

    private int done() {
        return counting.counts().size();
    }

    @Test
    void killedWorkersLoseNothing() throws Exception {
        Random random = new Random(Long.getLong("kernel.test.seed", 7));
        int enqueued = 0;
        for (int kill = 0; kill < kills; kill++) {
            int share = jobs * (kill + 1) / kills - enqueued;
            List<Entry> entries = TestQueues.entries("j" + kill + "-", share);
            queue.enqueueAll(entries);
            enqueued += share;
            int before = done();
            Process victim = start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> done() > before);
            Awaitility.await()
                    .pollDelay(Duration.ofMillis(random.nextInt(150)))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> true);
            kill(victim);
        }
        start();
        int all = enqueued;
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> done() == all && TestQueues.isIdle(queue));

        Map<String, String> counts = counting.counts();
        long twice = counts.values().stream().mapToLong(Long::parseLong).sum() - counts.size();
        LOG.log(
                System.Logger.Level.INFO,
                "{0} kills, {1} jobs: all done, {2} runs more than jobs, {3} after three owners had died, {4} refused",
                kills,
                all,
                twice,
                counting.beyond(),
                counting.refusals());
        assertThat(redis.<Boolean>call(client -> client.exists(redis.key("{test}:own"))))
                .isFalse();
        assertThat(redis.<Boolean>call(client -> client.exists(redis.key("{test}:lease"))))
                .isFalse();
        assertThat(redis.<Boolean>call(client -> client.exists(redis.key("{test}:att"))))
                .isFalse();
    }

    @Test
    void whoSleepsPastTheLeaseComesBackToARefusal() throws Exception {
        queue.enqueue(TestQueues.entry("a"));
        List<Claim> mine = queue.claim(1).jobs();
        CountingWork other = new CountingWork(redis, Duration.ZERO);
        try (QueueWorker worker = TestQueues.worker(queue, redis, other)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> done() == 1 && TestQueues.isIdle(queue));
            assertThat(queue.finish(List.of(new Outcome.Dead(mine.get(0), "{}"))))
                    .containsExactly(false);
            assertThat(queue.get("a").orElseThrow().state()).isEqualTo(QueueState.DONE);
        }
    }

    @Test
    void aStoppedProcessLosesItsJobsAndItsSay() throws Exception {
        int sleeps = Integer.getInteger("kernel.test.kills", 2);
        Process sleeper = start();
        for (int sleep = 1; sleep <= sleeps; sleep++) {
            queue.enqueueAll(TestQueues.entries("j" + sleep + "-", 200));
            int before = done();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> done() > before);
            signal("STOP", sleeper);
            long refusals = counting.refusals();
            int all = sleep * 200;
            Process other = start();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> done() == all && TestQueues.isIdle(queue));
            kill(other);
            signal("CONT", sleeper);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> counting.refusals() > refusals);
            assertThat(TestQueues.isIdle(queue)).isTrue();
        }
        assertThat(sleeper.isAlive()).isTrue();
    }

    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void signal(String name, Process process) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }
}
