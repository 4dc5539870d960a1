package io.appkernel.queue;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Work that counts in Redis how often each job was done. */
final class CountingWork implements Work {
    final AtomicInteger refused = new AtomicInteger();
    private final Redis redis;
    private final String counts;
    private final long longestNanos;

    /** @param longest each job takes a random time up to this */
    CountingWork(Redis redis, Duration longest) {
        this.redis = redis;
        this.counts = redis.key("{test}:counts");
        this.longestNanos = longest.toNanos();
    }

    @Override
    public Outcome run(Run run) {
        if (longestNanos > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestNanos));
        }
        redis.<Long>call(client -> client.hincrBy(counts, run.claim().id(), 1));
        return new Outcome.Done(run.claim(), "{}");
    }

    /** How often each job was done. */
    Map<String, String> counts() {
        return redis.call(client -> client.hgetAll(counts));
    }

    @Override
    public Outcome failed(Run run, Throwable why) {
        return new Outcome.Retry(run.claim(), Duration.ofMillis(20), "{\"error\":\"" + why.getClass() + "\"}");
    }

    @Override
    public Outcome cancelled(Run run) {
        return new Outcome.Cancelled(run.claim(), "{}");
    }

    @Override
    public Duration timeout(Claim claim) {
        return Duration.ofSeconds(60);
    }

    @Override
    public void before(Outcome outcome) {
        // Nothing follows on these jobs.
    }

    @Override
    public void refused(Outcome outcome) {
        refused.incrementAndGet();
    }

    @Override
    public void accepted(Outcome outcome) {
        // Counted where it was done.
    }
}
