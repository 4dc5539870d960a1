package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.databases.TestRedis;
import io.appkernel.settings.SecretText;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class RedisSentinelIT {
    private final TestRedis master = TestRedis.own();
    private final TestRedis replica = TestRedis.own(
            "--replicaof", "127.0.0.1", "" + URI.create(master.url()).getPort());
    private final TestRedis sentinel = TestRedis.sentinel("main", master);

    @AfterEach
    void close() {
        sentinel.close();
        replica.close();
        master.close();
    }

    private String url() {
        URI server = URI.create(master.url());
        return "redis-sentinel://" + server.getUserInfo() + "@127.0.0.1:"
                + URI.create(sentinel.url()).getPort() + "/main";
    }

    @Test
    void theClientFollowsTheSentinelsToTheServerThatTookOver() {
        Redis redis = Redis.of(RedisSettings.of(url()));
        Script count = redis.script("count", "return redis.call('INCR', KEYS[1])");
        List<String> keys = List.of(redis.key("n"));
        try (UnifiedJedis watched = Redis.of(RedisSettings.of(sentinel.url())).client()) {
            Waiting.until(() -> watched.info("sentinel").contains("slaves=1"));
        }
        assertThat(count.call(keys, List.of())).isEqualTo(1L);
        assertThat(redis.<Long>call(client -> client.waitReplicas(keys.get(0), 1, 5000)))
                .isEqualTo(1);

        master.stop();

        Waiting.until(() -> {
            try {
                return count.call(keys, List.of()) instanceof Long number && number > 1;
            } catch (RedisException e) {
                return false;
            }
        });
        redis.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.isAlive() && thread.getName().contains("Sentinel"));
    }

    @Test
    void sentinelsThatAreAwayAtTheStartAreFoundLater() {
        sentinel.stop();
        Redis redis = Redis.of(RedisSettings.of(url()));

        RedisException away = catchThrowableOfType(RedisException.class, () -> redis.call(UnifiedJedis::ping));
        assertThat(away.reason()).isEqualTo(RedisException.Reason.AWAY);

        sentinel.start();
        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        redis.close();
    }

    @Test
    void silentSentinelsKeepNobodyWaitingBehindOthers() throws Exception {
        Duration timeout = Duration.ofMillis(500);
        Redis redis = Redis.of(new RedisSettings(
                Optional.of(new SecretText(url())),
                "queue:",
                10,
                timeout,
                timeout,
                timeout,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EmbeddedMode.NEVER));
        ExecutorService threads = Executors.newFixedThreadPool(10);
        sentinel.pause();
        try {
            long start = System.nanoTime();
            Callable<RedisException> call =
                    () -> catchThrowableOfType(RedisException.class, () -> redis.call(UnifiedJedis::ping));
            for (Future<RedisException> failure : threads.invokeAll(Collections.nCopies(10, call))) {
                assertThat(failure.get().retryAfter()).isPresent();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(timeout.multipliedBy(4));
        } finally {
            sentinel.resume();
            threads.shutdown();
        }
        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        redis.close();
    }
}
