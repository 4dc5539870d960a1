package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A Redis without memory to spare. */
class QueueFullTest {
    private static final QueueLimits SHORT_LEASE =
            new QueueLimits(Duration.ofSeconds(2), Duration.ofHours(1), 1000, 100, Duration.ofDays(30));

    private final TestRedis server = TestRedis.own();
    private final Redis redis = TestQueues.redis(server.url(), "q:");
    private final JobQueue queue = new JobQueue(redis, "test", SHORT_LEASE);

    @AfterEach
    void close() {
        redis.close();
        server.close();
    }

    @Test
    void aJobLongerThanItsLeaseIsDoneOnce() {
        CountDownLatch end = new CountDownLatch(1);
        TestWork one = new TestWork(Duration.ofMinutes(1), run -> end.await());
        TestWork two = new TestWork(Duration.ofMinutes(1), run -> end.await());
        queue.enqueue(TestQueues.entry("a"));
        try (QueueWorker first = TestQueues.worker(queue, redis, one)) {
            Awaitility.await().until(() -> first.running() == 1);
            server.configure("maxmemory", "1");
            try (QueueWorker second = TestQueues.worker(queue, redis, two)) {
                Awaitility.await()
                        .during(SHORT_LEASE.lease().plusSeconds(2))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> two.begun.isEmpty());
                end.countDown();
                Awaitility.await().until(() -> one.accepted.size() == 1);
                assertThat(second.running()).isZero();
            }
        }
        assertThat(one.refused).isEmpty();
        assertThat(queue.get("a").orElseThrow().state()).isEqualTo(QueueState.DONE);
    }

    @Test
    void aJobIsCancelledWhetherItWaitsOrRuns() {
        queue.enqueueAll(List.of(TestQueues.entry("runs"), TestQueues.entry("waits")));
        Claim claim = queue.claim(1).jobs().get(0);
        server.configure("maxmemory", "1");
        assertThat(queue.cancel("waits", "{}")).isEqualTo(Cancellation.CANCELLED);
        assertThat(queue.cancel("runs", "{}")).isEqualTo(Cancellation.ASKED);
        assertThat(queue.renew(List.of(claim))).containsExactly(Renewal.CANCEL);
    }
}
