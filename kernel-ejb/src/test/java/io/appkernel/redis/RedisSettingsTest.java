package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.SecretText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisSettingsTest {
    private static final RedisSettings NOTHING_SET = new RedisSettings(
            Optional.empty(),
            "queue:",
            10,
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            EmbeddedMode.AUTO);

    private static RedisUrl read(String url) {
        return RedisUrl.parse("url", new SecretText(url));
    }

    @Test
    void prodNeedsARedis() {
        assertThat(new RedisCheck().check(KernelSettings.of(RedisSettings.of("rediss://u:p@h:6379/1"))))
                .isEmpty();
        assertThat(new RedisCheck().check(KernelSettings.of(NOTHING_SET)))
                .singleElement()
                .asString()
                .contains("REDIS_URL");
    }

    @Test
    void aServerIsReadWithEverythingItsUrlHolds() {
        RedisUrl url = read("rediss://us%40er:pa%2Fss+%3A@redis.example:7000/3");

        assertThat(url.kind()).isEqualTo(RedisUrl.Kind.SERVER);
        assertThat(url.tls()).isTrue();
        assertThat(url.nodes()).containsExactly(new HostAndPort("redis.example", 7000));
        assertThat(url.user()).contains("us@er");
        assertThat(url.password()).map(SecretText::reveal).contains("pa/ss+:");
        assertThat(url.database()).isEqualTo(3);
        assertThat(url.toString()).doesNotContain("pa/ss");
    }

    @Test
    void theShortestUrlMeansTheUsualPortAndTheFirstDatabase() {
        RedisUrl url = read("redis://[::1]");

        assertThat(url.nodes()).containsExactly(new HostAndPort("::1", 6379));
        assertThat(url.database()).isZero();
        assertThat(url.tls()).isFalse();
        assertThat(url.password()).isEmpty();
        assertThat(read("redis://:secret@h").user()).isEmpty();
    }

    @Test
    void sentinelsAndClustersNameSeveralHosts() {
        RedisUrl sentinel = read("redis-sentinel://:p@one,two:26380/main/2");
        RedisUrl cluster = read("rediss-cluster://one:7001,two:7002");

        assertThat(sentinel.nodes())
                .containsExactlyInAnyOrder(new HostAndPort("one", 26379), new HostAndPort("two", 26380));
        assertThat(sentinel.master()).isEqualTo("main");
        assertThat(sentinel.database()).isEqualTo(2);
        assertThat(cluster.kind()).isEqualTo(RedisUrl.Kind.CLUSTER);
        assertThat(cluster.tls()).isTrue();
        assertThat(cluster.nodes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://u:hunter2@h",
                "redis://hunter2@h",
                "redis://u:hunter2@h:port",
                "redis://u:hunter2@h:99999999",
                "redis://u:hunter2@h:99999",
                "redis://u:hunter2@h/db",
                "redis://u:hunter2@h/0/1",
                "redis://u:hunter2@one,two",
                "redis://u:hunter2@",
                "redis://u:hun/ter2@h",
                "redis://u:%zzhunter2@h",
                "redis-sentinel://u:hunter2@one,two",
                "redis-cluster://u:hunter2@one,two/3"
            })
    void anotherFormIsRefusedWithoutShowingTheUrl(String url) {
        assertThatThrownBy(() -> RedisSettings.of(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("url must look like redis://")
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
    }
}
