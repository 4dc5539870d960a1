package io.appkernel.redis;

import io.appkernel.metrics.Metrics;
import io.micrometer.core.instrument.FunctionTimer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.commons.pool2.impl.GenericObjectPool;
import redis.clients.jedis.Connection;

/** What an operator sees of Redis: on the console and as meters. */
final class RedisView implements RedisMXBean {
    private final Redis redis;

    RedisView(Redis redis) {
        this.redis = redis;
    }

    void measure(Metrics metrics) {
        metrics.gauge("redis_breaker_open", () -> isBreakerOpen() ? 1 : 0);
        metrics.gauge("redis_pool_active", this::getActive);
        metrics.gauge("redis_pool_idle", this::getIdle);
        metrics.gauge("redis_pool_awaiting", this::getAwaiting);
        metrics.counter("redis_pool_opened", this::getOpened);
        Arrays.stream(Traffic.Outcome.values()).forEach(outcome -> measure(metrics, outcome));
    }

    private void measure(Metrics metrics, Traffic.Outcome outcome) {
        FunctionTimer.builder(
                        "redis_calls",
                        redis.traffic().of(outcome),
                        count -> count.calls().sum(),
                        count -> count.nanos().sum(),
                        TimeUnit.NANOSECONDS)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .description("Calls of Redis, each one or more commands")
                .register(metrics.registry());
    }

    @Override
    public String getKind() {
        return redis.source().kind();
    }

    @Override
    public boolean isBreakerOpen() {
        return redis.breaker().isOpen();
    }

    @Override
    public long getActive() {
        return sum(GenericObjectPool::getNumActive);
    }

    @Override
    public long getIdle() {
        return sum(GenericObjectPool::getNumIdle);
    }

    @Override
    public long getAwaiting() {
        return sum(GenericObjectPool::getNumWaiters);
    }

    @Override
    public long getOpened() {
        return sum(GenericObjectPool::getCreatedCount);
    }

    @Override
    public long getAnswered() {
        return calls(Traffic.Outcome.OK);
    }

    @Override
    public long getUnavailable() {
        return calls(Traffic.Outcome.UNAVAILABLE);
    }

    @Override
    public long getFailed() {
        return calls(Traffic.Outcome.FAILED);
    }

    @Override
    public void closeIdle() {
        redis.forgetIdleConnections();
    }

    private long calls(Traffic.Outcome outcome) {
        return redis.traffic().of(outcome).calls().sum();
    }

    private long sum(ToLongFunction<GenericObjectPool<Connection>> number) {
        Collection<? extends GenericObjectPool<Connection>> pools = redis.opened()
                .<Collection<? extends GenericObjectPool<Connection>>>map(Clients::pools)
                .orElseGet(List::of);
        return pools.stream().mapToLong(number).sum();
    }
}
