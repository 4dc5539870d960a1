package io.appkernel.operator;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.CurrentUser;
import io.appkernel.auth.Scopes;
import io.appkernel.auth.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operator token carries the role admin. Compares digests in constant time, so length and prefix do not leak. */
@ApplicationScoped
class OperatorToken implements CredentialVerifier, CurrentUser.Source {
    private static final Caller OPERATOR = new Caller(
            "operator",
            "",
            Caller.ADMIN,
            Set.of(Caller.ADMIN),
            CallerKind.OPERATOR,
            Set.of(Scopes.ALL),
            Optional.empty(),
            Map.of("sub", "operator"));

    private final Optional<byte[]> digest;

    OperatorToken() {
        this.digest = Optional.empty();
    }

    @Inject
    OperatorToken(OperatorSettings settings) {
        this.digest = settings.operatorToken().map(token -> digest(token.reveal()));
    }

    @Override
    public Verdict verify(String token) {
        boolean same = digest.isPresent() && MessageDigest.isEqual(digest.get(), digest(token));
        return same ? new Verdict.Granted(OPERATOR) : new Verdict.Unknown();
    }

    /** Work that the operator has asked for is done as the operator, while there is one. */
    @Override
    public Optional<Caller> caller(String userId) {
        return digest.isPresent() && userId.equals(OPERATOR.id()) ? Optional.of(OPERATOR) : Optional.empty();
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
