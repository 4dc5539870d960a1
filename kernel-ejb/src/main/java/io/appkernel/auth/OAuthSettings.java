package io.appkernel.auth;

import io.appkernel.settings.Alias;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/** With which providers people may log in: those whose two credentials are set. */
@Dependent
@Settings("kernel.oauth")
public record OAuthSettings(
        @Alias("GOOGLE_CLIENT_ID") Optional<String> googleClientId,
        @Alias("GOOGLE_CLIENT_SECRET") Optional<SecretText> googleClientSecret,
        @Alias("GITHUB_CLIENT_ID") Optional<String> githubClientId,
        @Alias("GITHUB_CLIENT_SECRET") Optional<SecretText> githubClientSecret) {
    public OAuthSettings {
        bothOrNone("google", googleClientId, googleClientSecret);
        bothOrNone("github", githubClientId, githubClientSecret);
    }

    private static void bothOrNone(String provider, Optional<String> id, Optional<SecretText> secret) {
        if (id.isPresent() != secret.isPresent()) {
            String missing = provider + (id.isPresent() ? "-client-secret" : "-client-id");
            throw new IllegalArgumentException(
                    missing + " must be set too: a login with " + provider + " needs the id and the secret");
        }
    }
}
