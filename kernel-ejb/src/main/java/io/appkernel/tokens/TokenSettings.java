package io.appkernel.tokens;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Optional;

/**
 * What access tokens look like.
 *
 * @param accessTokenLifetime how long an access token is good
 * @param algorithm how they are signed: {@code hs256}, or {@code rs256} and {@code es256} for services that check them
 *     by {@code /.well-known/jwks.json}
 * @param issuer who they say has issued them; the service's name when unset
 * @param audience whom they are for, if they say so
 * @param keyLifetime how long one key pair signs before the next takes over
 */
@Dependent
@Settings("kernel.auth")
public record TokenSettings(
        @Default("15m") Duration accessTokenLifetime,
        @Default("hs256") Algorithm algorithm,
        Optional<String> issuer,
        Optional<String> audience,
        @Default("90d") Duration keyLifetime) {
    private static final Duration SHORTEST_KEY = Duration.ofHours(1);

    public TokenSettings {
        if (accessTokenLifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("access-token-lifetime must be a second or more, for example 15m");
        }
        if (keyLifetime.compareTo(SHORTEST_KEY) < 0) {
            throw new IllegalArgumentException("key-lifetime must be an hour or more, for example 90d");
        }
    }
}
