package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.SecretText;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedisSettingsTest {
    private static RedisSettings at(String url) {
        return new RedisSettings(
                Optional.ofNullable(url).map(SecretText::new),
                "queue:",
                10,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5));
    }

    @Test
    void prodNeedsARedis() {
        assertThat(new RedisCheck().check(KernelSettings.of(at("rediss://u:p@h:6379/1"))))
                .isEmpty();
        assertThat(new RedisCheck().check(KernelSettings.of(at(null))))
                .singleElement()
                .asString()
                .contains("REDIS_URL");
    }

    @Test
    void anotherSchemeIsRefusedWithoutShowingTheUrl() {
        assertThatThrownBy(() -> at("http://u:hunter2@h"))
                .hasMessageStartingWith("url must look like redis://")
                .hasMessageNotContaining("hunter2");
    }
}
