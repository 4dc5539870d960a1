package io.appkernel.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.SecretText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenSecretCheckTest {
    private static List<String> check(Optional<String> secret) {
        AuthSettings auth = new AuthSettings(
                secret.map(SecretText::new), Duration.ofMinutes(15), Duration.ofDays(30), AuthMode.LOCAL, true);
        return new TokenSecretCheck().check(KernelSettings.of(auth));
    }

    @Test
    void aSecretOf32CharactersIsRight() {
        assertThat(check(Optional.of("x".repeat(32)))).isEmpty();
    }

    @Test
    void aShorterOneAndNoneAreRefused() {
        assertThat(check(Optional.of("hunter2".repeat(4))))
                .singleElement()
                .asString()
                .contains("JWT_SECRET")
                .doesNotContain("hunter2");
        assertThat(check(Optional.of(" ".repeat(40)))).hasSize(1);
        assertThat(check(Optional.empty())).hasSize(1);
    }
}
