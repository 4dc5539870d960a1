package io.appkernel.auth;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;

/**
 * How people log in.
 *
 * @param mode whose word on a caller counts
 * @param allowSignup whether anybody may register
 */
@Dependent
@Settings("kernel.auth")
public record AuthSettings(
        @Default("local") AuthMode mode,
        @Default("true") @Alias("KERNEL_ALLOW_SIGNUP") boolean allowSignup) {}
