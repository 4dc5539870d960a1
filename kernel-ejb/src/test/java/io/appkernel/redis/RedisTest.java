package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.databases.TestRedis;
import io.appkernel.errors.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

class RedisTest {
    private final TestRedis server = TestRedis.shared();
    private final Redis redis = Redis.of(RedisSettings.of(server.url()).withKeyPrefix(server.newPrefix()));

    @AfterEach
    void close() {
        redis.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void commandsRunUnderTheKeysOfTheApplication() {
        String key = redis.key("visits");

        assertThat(redis.<Long>call(client -> client.incr(key))).isEqualTo(1);
        assertThat(redis.<String>call(client -> client.get(key))).isEqualTo("1");
        assertThat(redis.<String>call(client -> client.get(redis.key("none")))).isNull();
    }

    @Test
    void aScriptRunsByItsNameAndIsSentAgainWhereRedisForgotIt() {
        Script twice = redis.script("twice", "return redis.call('INCRBY', KEYS[1], 2 * ARGV[1])");
        List<String> keys = List.of(redis.key("twice"));

        assertThat(twice.call(keys, List.of("2"))).isEqualTo(4L);
        redis.call(UnifiedJedis::scriptFlush);
        assertThat(twice.call(keys, List.of("3"))).isEqualTo(10L);
        assertThat(twice.callBytes(List.of(bytes(keys.get(0))), List.of(bytes("1"))))
                .isEqualTo(12L);
    }

    @Test
    void aPipelineSaysThatAScriptIsUnknownAndLoadingItHelps() {
        Script echo = redis.script("echo", "return ARGV[1] -- " + redis.key("only here"));
        List<String> keys = List.of(redis.key("echo"));
        try (var pipeline = redis.client().pipelined()) {
            var unknown = echo.in(pipeline, keys, List.of("a"));
            pipeline.sync();
            assertThatThrownBy(unknown::get).isInstanceOf(JedisNoScriptException.class);
        }
        echo.load(keys.get(0));
        try (var pipeline = redis.client().pipelined()) {
            var known = echo.in(pipeline, keys, List.of("a"));
            pipeline.sync();
            assertThat(known.get()).isEqualTo("a");
        }
    }

    @Test
    void aClientForBlockingCommandsLeavesThePoolAlone() {
        Redis narrow = Redis.of(RedisSettings.of(server.url()).withMaxConnections(1));
        try (UnifiedJedis blocking = narrow.blocking(1)) {
            assertThat(blocking.blpop(0.01, redis.key("empty"))).isNull();
            assertThat(narrow.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        } finally {
            narrow.close();
        }
    }

    @Test
    void aWrongCommandIsTheCallersFaultAndAWrongPasswordTheOperators() {
        redis.call(client -> client.set(redis.key("text"), "a"));
        RedisException wrong = catchThrowableOfType(
                RedisException.class, () -> redis.call(client -> client.lpush(redis.key("text"), "b")));
        Redis stranger = Redis.of(RedisSettings.of(server.url().replaceFirst(":[^:]*@", ":hunter2@")));
        RedisException refused = catchThrowableOfType(RedisException.class, () -> stranger.call(UnifiedJedis::ping));
        stranger.close();

        assertThat(wrong.reason()).isEqualTo(RedisException.Reason.COMMAND);
        assertThat(wrong.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(wrong.retryAfter()).isEmpty();
        assertThat(refused.reason()).isEqualTo(RedisException.Reason.ACCESS);
        assertThat(refused).hasMessageContaining("kernel.redis.url").hasMessageNotContaining("hunter2");
    }

    @Test
    void anExceptionOfTheWorkPassesThrough() {
        assertThatThrownBy(() -> redis.call(client -> {
                    throw new IllegalStateException("mine");
                }))
                .hasMessage("mine");
    }
}
