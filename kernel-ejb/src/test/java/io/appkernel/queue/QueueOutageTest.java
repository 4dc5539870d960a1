package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis goes away under load, in every way it can, and comes back. */
class QueueOutageTest {
    private final Duration silence = Duration.ofMillis(Long.getLong("kernel.test.silence", 4_000));
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean loading = new AtomicBoolean(true);
    private TestRedis server;
    private Redis redis;
    private JobQueue queue;
    private CountingWork work;
    private QueueWorker worker;
    private Thread load;

    @BeforeEach
    void open() {
        server = TestRedis.own("--appendfsync", "always");
        redis = TestQueues.redis(server.url(), "q:");
        queue = TestQueues.queue(redis);
        work = new CountingWork(redis, Duration.ofMillis(2));
        worker = TestQueues.worker(queue, redis, work);
        load = new Thread(this::enqueue, "load");
        load.setDaemon(true);
        load.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        loading.set(false);
        load.join();
        worker.close();
        redis.close();
        server.close();
    }

    private void enqueue() {
        for (int i = 0; loading.get(); i++) {
            String id = "j" + i;
            try {
                queue.enqueue(TestQueues.entry(id));
                accepted.add(id);
            } catch (RedisException e) {
                // Not accepted; whoever asked was told.
                assertThat(e.retryAfter()).isPresent();
            }
        }
    }

    private void awaitMore(int more) {
        int until = accepted.size() + more;
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > until);
    }

    private void endLoad() {
        loading.set(false);
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> !load.isAlive() && TestQueues.isIdle(queue));
    }

    private void allAcceptedAreDone() {
        assertThat(work.counts().keySet()).containsAll(accepted);
    }

    @Test
    void aRestartWithItsDataLosesNothing() {
        awaitMore(200);
        server.stop();
        server.start();
        awaitMore(200);
        endLoad();
        allAcceptedAreDone();
    }

    @Test
    void aSilenceLosesNothing() {
        awaitMore(200);
        server.pause();
        AtomicInteger ticks = new AtomicInteger();
        Awaitility.await()
                .pollInterval(silence)
                .atMost(silence.multipliedBy(3))
                .until(() -> ticks.incrementAndGet() == 1);
        server.resume();
        awaitMore(200);
        endLoad();
        allAcceptedAreDone();
    }

    @Test
    void aFullMemoryRefusesJobsAndLosesNone() {
        awaitMore(200);
        server.configure("maxmemory", "1");
        int before = accepted.size();
        Awaitility.await()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> queue.depth().waiting() == 0 && queue.depth().active() == 0);
        assertThat(accepted.size()).isLessThan(before + 50);
        server.configure("maxmemory", "0");
        awaitMore(200);
        endLoad();
        allAcceptedAreDone();
    }

    @Test
    void afterALossOfAllDataNewJobsAreDone() {
        awaitMore(200);
        server.stop();
        server.startEmpty();
        Set<String> before = Set.copyOf(accepted);
        awaitMore(200);
        endLoad();
        Set<String> after = ConcurrentHashMap.newKeySet();
        after.addAll(accepted);
        after.removeAll(before);
        // Those accepted between the stop and the look at them may have been before the loss.
        assertThat(work.counts().keySet().stream().filter(after::contains).count())
                .isGreaterThanOrEqualTo(after.size() - 2L);
    }

    @Test
    void aFlushUnderLoadIsSurvived() {
        awaitMore(200);
        redis.<String>call(client -> client.flushAll());
        awaitMore(200);
        endLoad();
        queue.enqueue(TestQueues.entry("last"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> work.counts().containsKey("last"));
    }
}
