package io.appkernel.redis;

import io.appkernel.breaker.Breaker;
import io.appkernel.jmx.Jmx;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.settings.NodeSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Makes the one Redis when it is first asked for, whoever asks, and closes it with the deployment. */
@Dependent
class RedisProducer {
    @Produces
    @Singleton
    Redis redis(RedisSettings settings, NodeSettings node, KernelLog log) {
        RedisSource source = new RedisChoice(settings, node, log).source();
        return new Redis(source, settings, new Breaker(System::nanoTime), log);
    }

    void close(@Disposes Redis redis) {
        redis.close();
    }

    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) KernelStarted event,
            Redis redis,
            Metrics metrics,
            Jmx jmx) {
        RedisView view = new RedisView(redis);
        view.measure(metrics);
        jmx.register("Redis", view);
    }
}
