package io.appkernel.bench.jobs;

import io.appkernel.log.KernelLog;
import io.appkernel.queue.Entry;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.QueueLimits;
import io.appkernel.queue.QueueWorker;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** The kernel's queue, in plain Java. */
public final class KernelQueue implements Peer {
    private static final int WORKERS = 8;
    private static final String PAYLOAD = "x".repeat(100);

    final Redis redis;
    final JobQueue queue;

    public KernelQueue(String url) {
        redis = Redis.of(RedisSettings.of(url).withKeyPrefix("k:").withMaxConnections(16));
        queue = new JobQueue(redis, "bench", QueueLimits.STANDARD);
    }

    @Override
    public String title() {
        return "the kernel";
    }

    /** As {@code Jobs} would make it. */
    static Entry entry() {
        return Entry.of(
                UUID.randomUUID().toString(),
                "{\"at\":1790000000000,\"task\":\"noop\",\"timeout\":300000,\"payload\":\"" + PAYLOAD + "\"}");
    }

    @Override
    public void enqueue(int count) {
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry());
        }
        queue.enqueueAll(entries);
    }

    @Override
    public long drain(int count) {
        CountedWork work = new CountedWork();
        long begin = System.nanoTime();
        try (QueueWorker worker = worker(work)) {
            while (work.done() < count) {
                LockSupport.parkNanos(200_000);
            }
            return System.nanoTime() - begin;
        }
    }

    /** Enqueues so many one by one, by eight threads; answers the nanoseconds. */
    public long singles(int count) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try {
            Callable<Object> share = () -> {
                for (int i = 0; i < count / WORKERS; i++) {
                    queue.enqueue(entry());
                }
                return true;
            };
            long begin = System.nanoTime();
            for (Future<Object> one : threads.invokeAll(Collections.nCopies(WORKERS, share))) {
                one.get();
            }
            return System.nanoTime() - begin;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    QueueWorker worker(CountedWork work) {
        return new QueueWorker(
                queue,
                redis,
                work,
                WORKERS,
                Duration.ofSeconds(1),
                Executors.defaultThreadFactory(),
                KernelLog.to(line -> {}));
    }

    @Override
    public void close() {
        redis.close();
    }
}
