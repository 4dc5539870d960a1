package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.redis.Redis;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A node starts while nobody answers for Redis, of whatever kind. */
class QueueStartTest {
    private final TestRedis server = TestRedis.own("--appendfsync", "always");
    private final TestWork work = new TestWork(Duration.ofMinutes(1), run -> {});

    @AfterEach
    void close() {
        server.close();
    }

    private void enqueue() {
        Redis redis = TestQueues.redis(server.url(), "q:");
        TestQueues.queue(redis).enqueue(TestQueues.entry("a"));
        redis.close();
    }

    private void startsAndWorksAfter(String url, Runnable comeBack) {
        Redis redis = TestQueues.redis(url, "q:");
        try (QueueWorker worker = TestQueues.worker(TestQueues.queue(redis), redis, work)) {
            assertThat(worker.running()).isZero();
            comeBack.run();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> work.accepted.size() == 1);
            TestQueues.queue(redis).enqueue(TestQueues.entry("b"));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> work.accepted.size() == 2);
        }
        redis.close();
    }

    @Test
    void aNodeWhoseServerIsAwayWorksWhenItComes() {
        enqueue();
        server.stop();
        startsAndWorksAfter(server.url(), server::start);
    }

    @Test
    void aNodeWhoseSentinelsAreAwayWorksWhenTheyCome() {
        enqueue();
        try (TestRedis sentinel = TestRedis.sentinel("main", server)) {
            URI own = URI.create(server.url());
            String url = "redis-sentinel://" + own.getUserInfo() + "@127.0.0.1:"
                    + URI.create(sentinel.url()).getPort() + "/main";
            sentinel.stop();
            startsAndWorksAfter(url, sentinel::start);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"redis://127.0.0.1:%d", "redis-sentinel://127.0.0.1:%d/main", "redis-cluster://127.0.0.1:%d"})
    void aNodeStartsAndStopsThoughNobodyEverAnswers(String url) {
        Redis redis = TestQueues.redis(url.formatted(TestRedis.freePort()), "q:");
        long begin = System.nanoTime();
        TestQueues.worker(TestQueues.queue(redis), redis, work).close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        redis.close();
    }
}
