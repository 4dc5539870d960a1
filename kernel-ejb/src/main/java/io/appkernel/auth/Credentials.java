package io.appkernel.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Every kind of bearer token the deployment takes. */
@ApplicationScoped
class Credentials {
    private final List<CredentialVerifier> verifiers;

    Credentials() {
        this(List.of());
    }

    Credentials(List<CredentialVerifier> verifiers) {
        this.verifiers = verifiers;
    }

    @Inject
    Credentials(Instance<CredentialVerifier> verifiers) {
        this(verifiers.stream().toList());
    }

    Verdict verify(String token) {
        for (CredentialVerifier verifier : verifiers) {
            Verdict verdict = verifier.verify(token);
            if (!(verdict instanceof Verdict.Unknown)) {
                return verdict;
            }
        }
        return new Verdict.Refused("The token is not valid.");
    }
}
