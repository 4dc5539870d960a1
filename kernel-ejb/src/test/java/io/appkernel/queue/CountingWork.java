package io.appkernel.queue;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Work that counts in Redis how often each job was done, what was refused, and what the dead had more than once. */
final class CountingWork implements Work {
    private final Redis redis;
    private final String counts;
    private final String refused;
    private final String beyond;
    private final long longestNanos;

    /** @param longest each job takes a random time up to this */
    CountingWork(Redis redis, Duration longest) {
        this.redis = redis;
        this.counts = redis.key("{test}:counts");
        this.refused = redis.key("{test}:refused");
        this.beyond = redis.key("{test}:beyond");
        this.longestNanos = longest.toNanos();
    }

    @Override
    public Outcome run(Run run) {
        if (longestNanos > 0) {
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(longestNanos));
        }
        if (run.claim().attempt() > run.claim().maxAttempts()) {
            redis.<Long>call(client -> client.incr(beyond));
        }
        redis.<Long>call(client -> client.hincrBy(counts, run.claim().id(), 1));
        return new Outcome.Done(run.claim(), "{}");
    }

    /** How often each job was done. */
    Map<String, String> counts() {
        return redis.call(client -> client.hgetAll(counts));
    }

    /** How often a worker came with what counted no more. */
    long refusals() {
        return number(refused);
    }

    /** How many runs were of jobs whose workers had died as often as a handler may fail. */
    long beyond() {
        return number(beyond);
    }

    private long number(String key) {
        String text = redis.call(client -> client.get(key));
        return text == null ? 0 : Long.parseLong(text);
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
    public boolean isFollowed(Outcome outcome) {
        return false;
    }

    @Override
    public void before(Outcome outcome) {
        // Nothing follows on these jobs.
    }

    @Override
    public void refused(Outcome outcome) {
        redis.<Long>call(client -> client.incr(refused));
    }

    @Override
    public void accepted(Outcome outcome) {
        // Counted where it was done.
    }
}
