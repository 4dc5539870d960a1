package io.appkernel.issuers;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whose tokens count in {@code kernel.auth.mode=external}, and what they mean. A claim is named by its name, or by a path
 * with dots where it stands within another, as {@code realm_access.roles}.
 *
 * @param issuer who issues them, exactly as their {@code iss} has it
 * @param audience for whom they must be; one of these is enough
 * @param jwksUrl where the issuer's keys are, unless its metadata says so
 * @param algorithms how they may be signed; never with a secret
 * @param rolesClaim where the roles are: a list, or a text with spaces
 * @param emailClaim where the address is
 * @param scopesClaim where the scopes are; unset, a caller has those of their roles
 * @param workspaceClaim where the workspace is that a token is bound to; unset, it is bound to none
 * @param clockSkew how far the issuer's clock may be off
 */
@Dependent
@Settings("kernel.auth.external")
public record ExternalSettings(
        Optional<String> issuer,
        List<String> audience,
        Optional<URI> jwksUrl,
        @Default("RS256,ES256,PS256") List<String> algorithms,
        @Default("roles") String rolesClaim,
        @Default("email") String emailClaim,
        Optional<String> scopesClaim,
        Optional<String> workspaceClaim,
        @Default("30s") Duration clockSkew) {
    private static final Set<String> ASYMMETRIC =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    public ExternalSettings {
        audience = List.copyOf(audience);
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw new IllegalArgumentException("algorithms must be some of RS256, RS384, RS512, PS256, PS384, PS512,"
                    + " ES256, ES384, ES512: a key that the issuer publishes must not sign");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(5)) > 0) {
            throw new IllegalArgumentException("clock-skew must be from 0s to 5m");
        }
        issuer.ifPresent(ExternalSettings::requireUrl);
    }

    private static void requireUrl(String issuer) {
        URI url;
        try {
            url = URI.create(issuer);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("issuer must be a URL, as https://id.example.com", e);
        }
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("issuer must be a URL, as https://id.example.com");
        }
    }
}
