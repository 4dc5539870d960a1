package io.appkernel.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.settings.KernelSettings;
import io.appkernel.tokens.TestTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeCheckTest {
    private static List<String> check(Duration refresh) {
        return new LifetimeCheck()
                .check(KernelSettings.of(new SessionSettings(refresh, Duration.ZERO, 1), TestTokens.settings()));
    }

    @Test
    void aLoginThatLastsAsLongAsItsAccessTokenIsRight() {
        assertThat(check(TestTokens.settings().accessTokenLifetime())).isEmpty();
    }

    @Test
    void aLoginThatIsShorterThanItsAccessTokenIsRefused() {
        assertThat(check(TestTokens.settings().accessTokenLifetime().minusSeconds(1)))
                .singleElement()
                .asString()
                .startsWith("kernel.auth.refresh-token-lifetime")
                .contains("kernel.auth.access-token-lifetime");
    }
}
