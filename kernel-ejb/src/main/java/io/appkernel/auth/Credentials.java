package io.appkernel.auth;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Every kind of bearer token the deployment takes. */
@ApplicationScoped
class Credentials {
    private static final Duration SOON = Duration.ofSeconds(1);

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
            Verdict verdict = verdict(verifier, token);
            if (!(verdict instanceof Verdict.Unknown)) {
                return verdict;
            }
        }
        return new Verdict.Refused("The token is not valid.");
    }

    /** What a verifier looks in may be away; the caller is told so like any other. */
    private static Verdict verdict(CredentialVerifier verifier, String token) {
        try {
            return verifier.verify(token);
        } catch (KernelException e) {
            if (e.code() != ErrorCode.UNAVAILABLE) {
                throw e;
            }
            return new Verdict.Undecided(
                    "The credential cannot be checked now. Try again soon.",
                    e.retryAfter().orElse(SOON));
        }
    }
}
