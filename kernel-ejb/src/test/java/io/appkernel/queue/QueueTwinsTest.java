package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.queue.Entry.Tick;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two nodes share the work of a queue. */
class QueueTwinsTest {
    private final int jobs = Integer.getInteger("kernel.test.jobs", 600);

    private static Entry entry(String id, Duration delay, Optional<String> key, Optional<Tick> tick, String tenant) {
        return new Entry(id, "{\"at\":1}", Priority.NORMAL, tenant, delay, 3, key, Optional.empty(), tick);
    }

    @Test
    void delayedUniqueAndRecurringJobsRunExactlyAsExpected() {
        String prefix = TestRedis.shared().newPrefix();
        Random random = new Random(Long.getLong("kernel.test.seed", 7));
        Set<String> expected = new HashSet<>();
        try (Node one = new Node(prefix);
                Node two = new Node(prefix)) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < jobs / 2; i++) {
                Duration delay = Duration.ofMillis(random.nextInt(2000));
                entries.add(entry("d" + i, delay, Optional.empty(), Optional.empty(), ""));
                expected.add("d" + i);
            }
            one.queue.enqueueAll(entries);
            for (int i = 0; i < jobs / 4; i++) {
                Entry first = entry("u" + i, Duration.ofMillis(500), Optional.of("k" + i), Optional.empty(), "");
                Entry second = entry("v" + i, Duration.ofMillis(500), Optional.of("k" + i), Optional.empty(), "");
                expected.add(one.queue.enqueue(first).id());
                assertThat(two.queue.enqueue(second)).isEqualTo(new Enqueued("u" + i, false));
            }
            for (int minute = 0; minute < 10; minute++) {
                for (int schedule = 0; schedule < 50; schedule++) {
                    Tick tick = new Tick("s" + schedule, minute * 60_000L);
                    String id = "t" + schedule + "-" + minute;
                    Entry job = entry(id, Duration.ZERO, Optional.empty(), Optional.of(tick), "");
                    boolean first = one.queue.enqueue(job).isNew();
                    boolean again = two.queue.enqueue(job).isNew();
                    assertThat(first ^ again).isTrue();
                    expected.add(id);
                }
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> one.work.counts().size() >= expected.size() && TestQueues.isIdle(one.queue));
            Map<String, String> counts = one.work.counts();
            assertThat(counts.keySet()).isEqualTo(expected);
            assertThat(counts.values()).containsOnly("1");
        }
    }

    @Test
    void aMillisecondUntilTheNextJobIsNotForEver() {
        try (Node node = new Node(TestRedis.shared().newPrefix())) {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                entries.add(entry("s" + i, Duration.ofMillis(i), Optional.empty(), Optional.empty(), ""));
            }
            node.queue.enqueueAll(entries);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> node.work.counts().size() == 400);
        }
    }

    @Test
    void aTenantWithManyJobsDelaysAnotherByTwoSecondsAtMost() {
        int many = jobs * 5 / 2;
        try (Node node = new Node(TestRedis.shared().newPrefix())) {
            node.queue.pause();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                entries.add(entry("big" + i, Duration.ZERO, Optional.empty(), Optional.empty(), "big"));
            }
            node.queue.enqueueAll(entries);
            node.queue.enqueue(entry("small", Duration.ZERO, Optional.empty(), Optional.empty(), "small"));
            long begin = System.nanoTime();
            node.queue.resume();
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> node.work.counts().containsKey("small"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> node.work.counts().size() == many + 1);
        }
    }

    /** A node with its own connection to Redis. */
    private static final class Node implements AutoCloseable {
        private final Redis redis;
        private final JobQueue queue;
        private final CountingWork work;
        private final QueueWorker worker;

        Node(String prefix) {
            redis = TestQueues.redis(TestRedis.shared().url(), prefix);
            queue = TestQueues.queue(redis);
            work = new CountingWork(redis, Duration.ZERO);
            worker = TestQueues.worker(queue, redis, work);
        }

        @Override
        public void close() {
            worker.close();
            redis.close();
        }
    }
}
