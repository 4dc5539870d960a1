package io.appkernel.redis;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

@Dependent
class RedisCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        return settings.get(RedisSettings.class).url().isPresent()
                ? List.of()
                : List.of("kernel.redis.url (REDIS_URL) must name a Redis, such as redis://host:6379");
    }
}
