package io.appkernel.auth;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;

/**
 * How people log in.
 *
 * @param tokenSecret what tokens are signed with
 * @param accessTokenLifetime how long an access token is good
 * @param refreshTokenLifetime how long a login lasts without being used
 * @param mode whose word on a caller counts
 * @param allowSignup whether anybody may register
 */
@Dependent
@Settings("kernel.auth")
public record AuthSettings(
        @Alias("JWT_SECRET") Optional<SecretText> tokenSecret,
        @Default("15m") Duration accessTokenLifetime,
        @Default("30d") Duration refreshTokenLifetime,
        @Default("local") AuthMode mode,
        @Default("true") @Alias("KERNEL_ALLOW_SIGNUP") boolean allowSignup) {
    public AuthSettings {
        if (accessTokenLifetime.isNegative() || accessTokenLifetime.isZero()) {
            throw new IllegalArgumentException("access-token-lifetime must be above zero, for example 15m");
        }
        if (refreshTokenLifetime.compareTo(accessTokenLifetime) < 0) {
            throw new IllegalArgumentException(
                    "refresh-token-lifetime must not be shorter than access-token-lifetime, for example 30d");
        }
    }
}
