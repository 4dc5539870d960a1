package io.appkernel.auth;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Secret;
import io.appkernel.settings.Settings;
import java.util.Optional;

/** The operator's own credential, for Prometheus, scripts and first steps; there is none when unset. */
@Settings("kernel")
public record OperatorSettings(@Secret @Alias("OPERATOR_TOKEN") Optional<String> operatorToken) {
    private static final int SHORTEST = 32;

    public OperatorSettings {
        if (operatorToken.isPresent() && operatorToken.get().length() < SHORTEST) {
            throw new IllegalArgumentException("operator-token must have at least " + SHORTEST
                    + " characters; make one with: openssl rand -base64 36");
        }
    }

    @Override
    public String toString() {
        return "OperatorSettings[operatorToken=" + (operatorToken.isPresent() ? "set" : "unset") + "]";
    }
}
