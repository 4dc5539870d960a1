package io.appkernel.redis;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import redis.clients.jedis.UnifiedJedis;

/** Ready while Redis answers; what asks here also finds out that it does again. */
@Readiness
@Dependent
class RedisReadiness implements HealthCheck {
    private final Redis redis;

    @Inject
    RedisReadiness(Redis redis) {
        this.redis = redis;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("redis")
                .withData("kind", redis.source().kind());
        try {
            redis.call(UnifiedJedis::ping);
            answer.up();
        } catch (RedisException e) {
            answer.down().withData("reason", e.getMessage());
        }
        return answer.withData("breaker", redis.breaker().isOpen() ? "open" : "closed")
                .build();
    }
}
