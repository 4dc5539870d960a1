package io.appkernel.tokens;

import io.appkernel.keyring.Keyring;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Tokens for tests of what stands above them. */
public final class TestTokens {
    static final TokenSettings SETTINGS = new TokenSettings(
            Duration.ofMinutes(15), Algorithm.HS256, Optional.empty(), Optional.empty(), Duration.ofDays(90));

    private TestTokens() {}

    public static TokenSettings settings() {
        return SETTINGS;
    }

    /** Tokens of the service "app", signed with a key of the keyring. */
    public static Tokens of(Keyring keyring, InstantSource clock) {
        return new Tokens(new SecretKeys(keyring), SETTINGS, "app", clock);
    }
}
