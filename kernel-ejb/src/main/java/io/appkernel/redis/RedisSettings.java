package io.appkernel.redis;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How Redis is reached.
 *
 * @param url {@code redis://[user:password@]host:port/db}, {@code rediss://} for TLS; embedded outside prod when unset
 * @param keyPrefix what every key of the application begins with
 * @param maxConnections the size of the pool
 * @param socketTimeout how long one command may take
 * @param connectTimeout how long a connection may take to open
 */
@Dependent
@Settings("kernel.redis")
public record RedisSettings(
        @Alias("REDIS_URL") Optional<SecretText> url,
        @Default("queue:") String keyPrefix,
        @Default("10") int maxConnections,
        @Default("5s") Duration socketTimeout,
        @Default("5s") Duration connectTimeout) {
    private static final Pattern URL = Pattern.compile("redis[a-z+-]*://\\S+");

    public RedisSettings {
        if (url.isPresent() && !URL.matcher(url.get().reveal()).matches()) {
            throw new IllegalArgumentException("url must look like redis://host:6379 or, with TLS, rediss://host:6379");
        }
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max-connections must be at least 1");
        }
        if (socketTimeout.isNegative() || socketTimeout.isZero()) {
            throw new IllegalArgumentException("socket-timeout must be above zero, for example 5s");
        }
        if (connectTimeout.isNegative() || connectTimeout.isZero()) {
            throw new IllegalArgumentException("connect-timeout must be above zero, for example 5s");
        }
    }
}
