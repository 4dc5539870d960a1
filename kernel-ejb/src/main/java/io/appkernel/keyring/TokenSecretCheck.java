package io.appkernel.keyring;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.Dependent;
import java.util.List;

@Dependent
class TokenSecretCheck implements EnvCheck {
    private static final int SHORTEST = 32;

    @Override
    public List<String> check(KernelSettings settings) {
        boolean strong = settings.get(KeyringSettings.class).tokenSecret().stream()
                .anyMatch(secret -> secret.reveal().strip().length() >= SHORTEST);
        return strong
                ? List.of()
                : List.of("kernel.auth.token-secret (JWT_SECRET) must have " + SHORTEST
                        + " characters or more; make one with: openssl rand -base64 48");
    }
}
