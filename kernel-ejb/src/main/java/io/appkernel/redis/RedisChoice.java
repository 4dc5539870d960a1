package io.appkernel.redis;

import io.appkernel.breaker.Breaker;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import java.nio.file.Path;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Chooses a Redis: the one that is set, or outside prod one of the application's own, and says so loudly. */
final class RedisChoice {
    private final RedisSettings settings;
    private final NodeSettings node;
    private final KernelLog log;

    RedisChoice(RedisSettings settings, NodeSettings node, KernelLog log) {
        this.settings = settings;
        this.node = node;
        this.log = log;
    }

    RedisSource source() {
        Optional<RedisSource> given = settings.url().map(this::given);
        boolean mayEmbed = node.environment() != Environment.PROD && settings.embedded() == EmbeddedMode.AUTO;
        if (!mayEmbed) {
            return given.orElseGet(() -> RedisSource.none("No Redis is set. Set kernel.redis.url (REDIS_URL)."));
        }
        if (given.isPresent() && isThere(given.get())) {
            return given.get();
        }
        String why = given.isPresent() ? "kernel.redis.url cannot be reached" : "kernel.redis.url is not set";
        return embedded(why)
                .or(() -> given)
                .orElseGet(() -> RedisSource.none(
                        "There is no Redis: none is set and none could be started. Set kernel.redis.url (REDIS_URL)."));
    }

    private RedisSource given(SecretText url) {
        return new Clients(RedisUrl.parse("url", url), settings);
    }

    /** A Redis that refuses us is there. */
    private boolean isThere(RedisSource given) {
        Redis redis = new Redis(given, settings, new Breaker(System::nanoTime), KernelLog.to(line -> {}));
        try {
            redis.call(UnifiedJedis::ping);
            return true;
        } catch (RedisException e) {
            return e.reason() != RedisException.Reason.AWAY;
        } finally {
            redis.close();
        }
    }

    private Optional<RedisSource> embedded(String why) {
        Path directory = node.dataDir().resolve("redis");
        try {
            EmbeddedSource source = EmbeddedSource.start(directory, settings, log);
            log.warn(
                    "USING AN EMBEDDED REDIS, for development only: " + why,
                    "directory",
                    source.embedded().directory(),
                    "shared",
                    !source.embedded().isOwn());
            return Optional.of(source);
        } catch (IllegalStateException e) {
            log.error(
                    "NO REDIS: " + why + ", and the embedded one does not start: " + e.getMessage()
                            + "; what needs Redis answers 503 until kernel.redis.url (REDIS_URL) names one",
                    "directory",
                    directory);
            return Optional.empty();
        }
    }
}
