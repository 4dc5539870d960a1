package io.appkernel.redis;

import io.appkernel.log.KernelLog;
import io.appkernel.settings.SecretText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import redis.clients.jedis.UnifiedJedis;

/** Clients of the embedded Redis, which is started again when they find nobody there. */
final class EmbeddedSource implements RedisSource {
    private final EmbeddedRedis embedded;
    private final Clients clients;
    private final KernelLog log;
    private final AtomicBoolean reviving = new AtomicBoolean();

    private EmbeddedSource(EmbeddedRedis embedded, Clients clients, KernelLog log) {
        this.embedded = embedded;
        this.clients = clients;
        this.log = log;
    }

    /** @throws IllegalStateException saying why there is none */
    static EmbeddedSource start(Path directory, RedisSettings settings, KernelLog log) {
        EmbeddedRedis embedded = EmbeddedRedis.open(directory);
        RedisUrl url = RedisUrl.parse("url", new SecretText(embedded.url()));
        return new EmbeddedSource(embedded, new Clients(url, settings), log);
    }

    EmbeddedRedis embedded() {
        return embedded;
    }

    @Override
    public String kind() {
        return "embedded";
    }

    @Override
    public UnifiedJedis open(int connections, Duration longestBlock) {
        return clients.open(connections, longestBlock);
    }

    /** One caller sees to it; the others have failed already. */
    @Override
    public void lost() {
        if (!reviving.compareAndSet(false, true)) {
            return;
        }
        try {
            embedded.revive();
        } catch (IllegalStateException e) {
            log.warn("the embedded Redis does not start again", e, "directory", embedded.directory());
        } finally {
            reviving.set(false);
        }
    }

    @Override
    public void close() {
        embedded.close();
    }
}
