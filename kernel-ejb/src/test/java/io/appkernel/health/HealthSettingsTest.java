package io.appkernel.health;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthSettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/-/live", "/a/b.json"})
    void aPathIsARealPath(String path) {
        assertThatCode(() -> new HealthSettings(path, "/readyz", SECOND, SECOND, 0))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "health", "/*", "/health/", "/a b", "*.html"})
    void anyOtherPathIsRefused(String path) {
        assertThatThrownBy(() -> new HealthSettings(path, "/readyz", SECOND, SECOND, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path must ");
        assertThatThrownBy(() -> new HealthSettings("/healthz", path, SECOND, SECOND, 0))
                .hasMessageStartingWith("ready-path must ");
    }

    @Test
    void theTwoPathsDiffer() {
        assertThatThrownBy(() -> new HealthSettings("/z", "/z", SECOND, SECOND, 0))
                .hasMessageStartingWith("ready-path must ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT6M"})
    void theTimeoutIsShortAndNotZero(Duration timeout) {
        assertThatThrownBy(() -> new HealthSettings("/h", "/r", timeout, SECOND, 0))
                .hasMessageStartingWith("timeout must ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-1S", "PT6M"})
    void theIntervalIsShortAndNotNegative(Duration interval) {
        assertThatThrownBy(() -> new HealthSettings("/h", "/r", SECOND, interval, 0))
                .hasMessageStartingWith("min-interval must ");
    }

    @Test
    void theRoomOnTheDiskIsNotNegative() {
        assertThatThrownBy(() -> new HealthSettings("/h", "/r", SECOND, SECOND, -1))
                .hasMessageStartingWith("min-disk-free must ");
    }
}
