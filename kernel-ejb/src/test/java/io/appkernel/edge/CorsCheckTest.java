package io.appkernel.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.settings.KernelSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsCheckTest {
    private static List<String> check(String... origins) {
        CorsSettings cors = new CorsSettings(true, List.of(origins), true, List.of("*"), List.of("*"), List.of());
        return new CorsCheck().check(KernelSettings.of(cors));
    }

    @Test
    void onlyExplicitOriginsAreRight() {
        assertThat(check("https://a.example", "http://localhost:3000")).isEmpty();
        assertThat(check("*")).singleElement().asString().contains("CORS_ORIGINS");
        assertThat(check("https://a.example", "*")).hasSize(1);
        assertThat(check()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.example", "https://a.example/", "https://a.example/x", "null", "https://u@a.example"})
    void whatIsNoOriginIsRefused(String origin) {
        assertThatThrownBy(() -> check(origin)).hasMessageStartingWith("allow-origins must be origins");
    }
}
