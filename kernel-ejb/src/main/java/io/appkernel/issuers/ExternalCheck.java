package io.appkernel.issuers;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;

@Dependent
class ExternalCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        if (settings.get(AuthSettings.class).mode() != AuthMode.EXTERNAL) {
            return List.of();
        }
        ExternalSettings external = settings.get(ExternalSettings.class);
        List<String> failures = new ArrayList<>();
        if (external.issuer().isEmpty()) {
            failures.add("kernel.auth.external.issuer must be set in kernel.auth.mode=external: without it nobody's"
                    + " tokens count");
        }
        if (external.audience().isEmpty()) {
            failures.add("kernel.auth.external.audience must be set: without it tokens that the issuer gave to other"
                    + " applications count here too");
        }
        if (external.issuer().filter(issuer -> issuer.startsWith("http:")).isPresent()
                || external.jwksUrl()
                        .filter(url -> "http".equals(url.getScheme()))
                        .isPresent()) {
            failures.add("kernel.auth.external.issuer and jwks-url must begin with https: whoever stands between could"
                    + " give out keys of their own");
        }
        return failures;
    }
}
