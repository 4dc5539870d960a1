package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.databases.TestRedis;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.UnifiedJedis;

class RedisClusterIT {
    private static final int SLOTS = 16_384;

    private final List<TestRedis> nodes = Stream.generate(
                    () -> TestRedis.own("--cluster-enabled", "yes", "--cluster-node-timeout", "1000"))
            .limit(3)
            .toList();
    private final Redis redis = Redis.of(RedisSettings.of(url()));

    @AfterEach
    void close() {
        redis.close();
        nodes.forEach(TestRedis::close);
    }

    private String url() {
        URI first = URI.create(nodes.get(0).url());
        return "redis-cluster://" + first.getAuthority() + ",127.0.0.1:"
                + URI.create(nodes.get(1).url()).getPort();
    }

    private void join() {
        for (int node = 0; node < nodes.size(); node++) {
            int from = SLOTS * node / nodes.size();
            int to = SLOTS * (node + 1) / nodes.size();
            try (Jedis jedis = new Jedis(URI.create(nodes.get(node).url()))) {
                jedis.clusterAddSlots(IntStream.range(from, to).toArray());
                jedis.clusterMeet("127.0.0.1", URI.create(nodes.get(0).url()).getPort());
            }
        }
        nodes.forEach(node -> Waiting.until(() -> isWhole(node)));
    }

    private static boolean isWhole(TestRedis node) {
        try (Jedis jedis = new Jedis(URI.create(node.url()))) {
            return jedis.clusterInfo().contains("cluster_state:ok")
                    && jedis.clusterInfo().contains("cluster_known_nodes:3");
        }
    }

    @Test
    void commandsScriptsAndPipelinesFindTheNodeOfTheirKeys() {
        join();
        Script move = redis.script("move", "return redis.call('RPOPLPUSH', KEYS[1], KEYS[2])");
        for (int queue = 0; queue < 20; queue++) {
            String from = redis.key("{q" + queue + "}:from");
            String to = redis.key("{q" + queue + "}:to");
            redis.call(client -> client.lpush(from, "job"));
            assertThat(move.call(List.of(from, to), List.of())).isEqualTo("job");
        }
        Script once = redis.script("once", "return redis.call('INCR', KEYS[1])");
        assertThat(pipelined(once)).hasSize(20).containsOnly(1L);
        assertThat(new RedisView(redis).getIdle()).isGreaterThanOrEqualTo(3);
        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
    }

    private List<Object> pipelined(Script script) {
        List<String> keys =
                IntStream.range(0, 20).mapToObj(i -> redis.key("{p" + i + "}")).toList();
        keys.forEach(script::load);
        try (var pipeline = redis.client().pipelined()) {
            var answers = keys.stream()
                    .map(key -> script.in(pipeline, List.of(key), List.of()))
                    .toList();
            pipeline.sync();
            return answers.stream().map(answer -> answer.get()).toList();
        }
    }

    @Test
    void aNodeThatRestartsForgettingItsScriptsIsToldThemAgain() {
        join();
        Script count = redis.script("count", "return redis.call('INCR', KEYS[1])");
        List<String> keys = List.of(redis.key("{a}"));
        assertThat(count.call(keys, List.of())).isEqualTo(1L);

        nodes.forEach(node -> {
            node.stop();
            node.start();
        });

        nodes.forEach(node -> Waiting.until(() -> isWhole(node)));
        Waiting.until(() -> {
            try {
                return count.call(keys, List.of()).equals(2L);
            } catch (RedisException e) {
                return false;
            }
        });
    }

    @Test
    void keysOfTwoNodesInOneScriptAreTheCallersFault() {
        join();
        Script two = redis.script("two", "return 1");

        RedisException refused = catchThrowableOfType(
                RedisException.class, () -> two.call(List.of(redis.key("{a}"), redis.key("{b}")), List.of()));

        assertThat(refused.reason()).isEqualTo(RedisException.Reason.COMMAND);
        assertThat(refused).hasMessageContaining("hash tag");
    }

    @Test
    void aClusterThatIsNotWholeIsUnavailableUntilItIs() {
        RedisException away = catchThrowableOfType(RedisException.class, () -> redis.call(client -> client.get("k")));
        assertThat(away.retryAfter()).isPresent();

        join();

        Waiting.until(() -> {
            try {
                return redis.call(client -> client.set("k", "v")).equals("OK");
            } catch (RedisException e) {
                return false;
            }
        });
    }
}
