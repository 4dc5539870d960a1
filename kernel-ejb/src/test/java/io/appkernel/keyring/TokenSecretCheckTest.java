package io.appkernel.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.settings.KernelSettings;
import io.appkernel.settings.SecretText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TokenSecretCheckTest {
    private static List<String> check(Optional<String> secret) {
        return new TokenSecretCheck().check(KernelSettings.of(new KeyringSettings(secret.map(SecretText::new))));
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
