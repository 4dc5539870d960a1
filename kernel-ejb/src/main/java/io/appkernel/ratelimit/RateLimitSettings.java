package io.appkernel.ratelimit;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;

/** How many requests a minute a caller may make, by who it is. */
@Dependent
@Settings("kernel.rate-limit")
public record RateLimitSettings(
        @Default("true") boolean enabled,
        @Default("30") int anonymousRpm,
        @Default("120") @Alias("RATE_LIMIT_RPM") int authenticatedRpm,
        @Default("600") int adminRpm) {
    public RateLimitSettings {
        requireOne("anonymous-rpm", anonymousRpm);
        requireOne("authenticated-rpm", authenticatedRpm);
        requireOne("admin-rpm", adminRpm);
    }

    private static void requireOne(String component, int rpm) {
        if (rpm < 1) {
            throw new IllegalArgumentException(
                    component + " must be at least 1; kernel.rate-limit.enabled=false turns the limit off");
        }
    }
}
