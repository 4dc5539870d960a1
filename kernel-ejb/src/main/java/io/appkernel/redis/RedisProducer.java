package io.appkernel.redis;

import io.appkernel.breaker.Breaker;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.SecretText;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one Redis when it is first asked for, whoever asks, and closes it with the deployment. */
@Dependent
class RedisProducer {
    @Produces
    @Singleton
    Redis redis(RedisSettings settings, KernelLog log) {
        RedisUrl url = RedisUrl.parse("url", settings.url().orElseGet(() -> new SecretText("redis://127.0.0.1:6379")));
        return new Redis(new Clients(url, settings), settings, new Breaker(System::nanoTime), log);
    }

    void close(@Disposes Redis redis) {
        redis.close();
    }
}
