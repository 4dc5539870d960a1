package io.appkernel.oauth;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * With which providers people may log in: those whose two credentials are set.
 *
 * @param googleIssuer any OpenID provider may stand in the place of Google
 * @param githubUrl where people log in to GitHub, or to an Enterprise Server
 * @param githubApiUrl where GitHub's API is; of an Enterprise Server {@code https://<host>/api/v3}
 * @param redirectUris where a login may lead in the end: whole addresses, or paths of this deployment that begin with one
 *     slash. An entry stands for itself and nothing below it
 */
@Dependent
@Settings("kernel.oauth")
public record OAuthSettings(
        @Alias("GOOGLE_CLIENT_ID") Optional<String> googleClientId,
        @Alias("GOOGLE_CLIENT_SECRET") Optional<SecretText> googleClientSecret,
        @Alias("GITHUB_CLIENT_ID") Optional<String> githubClientId,
        @Alias("GITHUB_CLIENT_SECRET") Optional<SecretText> githubClientSecret,
        @Default("https://accounts.google.com") URI googleIssuer,
        @Default("https://github.com") URI githubUrl,
        @Default("https://api.github.com") URI githubApiUrl,
        List<String> redirectUris) {
    public OAuthSettings {
        redirectUris = List.copyOf(redirectUris);
        bothOrNone("google", googleClientId, googleClientSecret);
        bothOrNone("github", githubClientId, githubClientSecret);
        requireWeb("google-issuer", googleIssuer);
        requireWeb("github-url", githubUrl);
        requireWeb("github-api-url", githubApiUrl);
        redirectUris.forEach(Redirects::requireSound);
    }

    private static void bothOrNone(String provider, Optional<String> id, Optional<SecretText> secret) {
        if (id.isPresent() != secret.isPresent()) {
            String missing = provider + (id.isPresent() ? "-client-secret" : "-client-id");
            throw new IllegalArgumentException(
                    missing + " must be set too: a login with " + provider + " needs the id and the secret");
        }
    }

    private static void requireWeb(String name, URI address) {
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(name + " must be an address such as https://id.example.com");
        }
    }

    /** Whether anybody may log in by others at all. */
    boolean isUsed() {
        return googleClientId.isPresent() || githubClientId.isPresent();
    }
}
