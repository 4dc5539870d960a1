package io.appkernel.operator;

import io.appkernel.settings.Alias;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/** The operator's own credential, for Prometheus, scripts and first steps; there is none when unset. */
@Dependent
@Settings("kernel")
public record OperatorSettings(@Alias("OPERATOR_TOKEN") Optional<SecretText> operatorToken) {
    private static final int SHORTEST = 32;

    public OperatorSettings {
        if (operatorToken.isPresent() && operatorToken.get().length() < SHORTEST) {
            throw new IllegalArgumentException("operator-token must have at least " + SHORTEST
                    + " characters; make one with: openssl rand -base64 36");
        }
    }
}
