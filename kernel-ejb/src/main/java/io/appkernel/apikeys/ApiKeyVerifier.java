package io.appkernel.apikeys;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.Verdict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Takes API keys, unless a trusted issuer alone says who calls. */
@Dependent
class ApiKeyVerifier implements CredentialVerifier {
    private final ApiKeys keys;
    private final ApiKeyWatch watch;
    private final boolean on;

    @Inject
    ApiKeyVerifier(ApiKeys keys, ApiKeyWatch watch, AuthSettings settings) {
        this.keys = keys;
        this.watch = watch;
        this.on = settings.mode() != AuthMode.EXTERNAL;
    }

    @Override
    public Verdict verify(String token) {
        if (!on || !token.startsWith(Secret.MARK)) {
            return new Verdict.Unknown();
        }
        watch.begin();
        return keys.verify(token);
    }
}
