package io.appkernel.redis;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How Redis is reached.
 *
 * @param url {@code redis://[user:password@]host:port/db}; {@code redis-sentinel://host:port,host:port/master[/db]};
 *     {@code redis-cluster://host:port,host:port}; each with {@code rediss} in front for TLS
 * @param keyPrefix what every key of the application begins with
 * @param maxConnections the size of the pool; in a cluster of each node's
 * @param acquisitionTimeout the longest wait for a connection of the pool
 * @param socketTimeout how long one command may take
 * @param connectTimeout how long a connection may take to open
 * @param sentinelPassword where the Sentinels themselves ask for one
 * @param trustStore a key store with the certificates that TLS trusts, instead of the JVM's own
 * @param embedded whether a Redis of the application's own starts outside prod when the URL names none that answers
 */
@Dependent
@Settings("kernel.redis")
public record RedisSettings(
        @Alias("REDIS_URL") Optional<SecretText> url,
        @Default("queue:") String keyPrefix,
        @Default("10") int maxConnections,
        @Default("2s") Duration acquisitionTimeout,
        @Default("5s") Duration socketTimeout,
        @Default("5s") Duration connectTimeout,
        Optional<SecretText> sentinelPassword,
        Optional<Path> trustStore,
        Optional<SecretText> trustStorePassword,
        @Default("auto") EmbeddedMode embedded) {
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    public RedisSettings {
        url.ifPresent(text -> RedisUrl.parse("url", text));
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max-connections must be at least 1, for example 10");
        }
        check("acquisition-timeout", acquisitionTimeout);
        check("socket-timeout", socketTimeout);
        check("connect-timeout", connectTimeout);
        if (trustStorePassword.isPresent() && trustStore.isEmpty()) {
            throw new IllegalArgumentException("trust-store-password must come with trust-store, which it opens");
        }
    }

    private static void check(String name, Duration timeout) {
        if (timeout.compareTo(SHORTEST) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(name + " must be from 10ms to 10m, for example 5s");
        }
    }

    /** The defaults, to that Redis: for tests. */
    public static RedisSettings of(String url) {
        return new RedisSettings(
                Optional.of(new SecretText(url)),
                "queue:",
                10,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EmbeddedMode.NEVER);
    }

    /** The same with another prefix. */
    public RedisSettings withKeyPrefix(String prefix) {
        return new RedisSettings(
                url,
                prefix,
                maxConnections,
                acquisitionTimeout,
                socketTimeout,
                connectTimeout,
                sentinelPassword,
                trustStore,
                trustStorePassword,
                embedded);
    }

    /** The same with a pool of another size. */
    public RedisSettings withMaxConnections(int connections) {
        return new RedisSettings(
                url,
                keyPrefix,
                connections,
                acquisitionTimeout,
                socketTimeout,
                connectTimeout,
                sentinelPassword,
                trustStore,
                trustStorePassword,
                embedded);
    }
}
