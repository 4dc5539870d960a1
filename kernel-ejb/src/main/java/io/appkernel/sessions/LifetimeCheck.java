package io.appkernel.sessions;

import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import io.appkernel.tokens.TokenSettings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.List;

@Dependent
class LifetimeCheck implements EnvCheck {
    @Override
    public List<String> check(KernelSettings settings) {
        Duration refresh = settings.get(SessionSettings.class).refreshTokenLifetime();
        Duration access = settings.get(TokenSettings.class).accessTokenLifetime();
        return refresh.compareTo(access) >= 0
                ? List.of()
                : List.of(
                        "kernel.auth.refresh-token-lifetime must not be shorter than kernel.auth.access-token-lifetime,"
                                + " which is " + access
                                + ": a login would seem over while its access token still opens everything");
    }
}
