package io.appkernel.queue;

import io.appkernel.databases.TestRedis;
import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Queues for tests, with keys of their own. */
final class TestQueues {
    static final QueueLimits LIMITS =
            new QueueLimits(Duration.ofSeconds(3), Duration.ofHours(1), 1000, 100, Duration.ofDays(30));

    private TestQueues() {}

    static Redis redis() {
        TestRedis server = TestRedis.shared();
        return redis(server.url(), server.newPrefix());
    }

    static Redis redis(String url, String prefix) {
        return Redis.of(RedisSettings.of(url).withKeyPrefix(prefix));
    }

    static JobQueue queue(Redis redis) {
        return new JobQueue(redis, "test", LIMITS);
    }

    static QueueWorker worker(JobQueue queue, Redis redis, Work work) {
        return worker(queue, redis, work, 8, Duration.ofSeconds(1));
    }

    static QueueWorker worker(JobQueue queue, Redis redis, Work work, int workers, Duration grace) {
        return new QueueWorker(
                queue, redis, work, workers, grace, Executors.defaultThreadFactory(), KernelLog.to(line -> {}));
    }

    static Entry entry(String id) {
        return Entry.of(id, "{\"at\":1}");
    }

    static List<Entry> entries(String name, int count) {
        return new ArrayList<>(
                IntStream.range(0, count).mapToObj(i -> entry(name + i)).toList());
    }

    /** Whether nothing waits, runs or is put off. */
    static boolean isIdle(JobQueue queue) {
        Depth depth = queue.depth();
        return depth.waiting() + depth.delayed() + depth.active() == 0;
    }
}
