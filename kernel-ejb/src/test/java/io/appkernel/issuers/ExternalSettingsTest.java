package io.appkernel.issuers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.settings.KernelSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalSettingsTest {
    private static ExternalSettings settings(String issuer, String audience, String jwksUrl, String... algorithms) {
        return new ExternalSettings(
                Optional.ofNullable(issuer),
                audience == null ? List.of() : List.of(audience),
                Optional.ofNullable(jwksUrl).map(URI::create),
                List.of(algorithms),
                "roles",
                "email",
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HS256", "none", "NONE", "rs256", "dir", ""})
    void onlyAlgorithmsWithAPublicKeyAreTaken(String algorithm) {
        assertThatThrownBy(() -> settings("https://id.example", "api", null, algorithm))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("algorithms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id.example", "ftp://id.example", "https://", "https://id.example?x=1", "not a url"})
    void anIssuerIsAUrl(String issuer) {
        assertThatThrownBy(() -> settings(issuer, "api", null, "RS256"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("issuer");
    }

    private static List<String> failures(AuthMode mode, ExternalSettings settings) {
        return new ExternalCheck().check(KernelSettings.of(new AuthSettings(mode, true), settings));
    }

    @Test
    void modeExternalNeedsAnIssuerAndAnAudienceOverTls() {
        assertThat(failures(AuthMode.EXTERNAL, settings(null, null, null, "RS256")))
                .hasSize(2)
                .anyMatch(failure -> failure.startsWith("kernel.auth.external.issuer"))
                .anyMatch(failure -> failure.startsWith("kernel.auth.external.audience"));
        assertThat(failures(AuthMode.EXTERNAL, settings("http://id.example", "api", null, "RS256")))
                .singleElement()
                .asString()
                .contains("https");
        assertThat(failures(AuthMode.EXTERNAL, settings("https://id.example", "api", "http://k.example", "RS256")))
                .hasSize(1);
        assertThat(failures(AuthMode.EXTERNAL, settings("https://id.example", "api", null, "RS256")))
                .isEmpty();
        assertThat(failures(AuthMode.LOCAL, settings(null, null, null, "RS256")))
                .isEmpty();
    }
}
