package io.appkernel.oauth;

import io.appkernel.auth.PublicUrl;
import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

@Dependent
class OAuthCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        OAuthSettings oauth = settings.get(OAuthSettings.class);
        if (!oauth.isUsed()) {
            return List.of();
        }
        List<String> failures = new ArrayList<>();
        if (settings.get(PublicUrl.class).publicUrl().isEmpty()) {
            failures.add(
                    "kernel.public-url must be set for logins with Google or GitHub: providers send people back to it");
        }
        Stream.of(oauth.googleIssuer(), oauth.githubUrl(), oauth.githubApiUrl())
                .filter(address -> !"https".equals(address.getScheme()))
                .forEach(address -> failures.add(
                        "kernel.oauth: " + address + " must begin with https: passwords of people go there"));
        oauth.redirectUris().stream()
                .filter(address -> address.startsWith("http:"))
                .forEach(address -> failures.add(
                        "kernel.oauth.redirect-uris: " + address + " must begin with https: tokens go there"));
        return failures;
    }
}
