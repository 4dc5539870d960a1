package io.appkernel.settings;

import jakarta.enterprise.context.Dependent;

/** Which of the kernel's own routes exist; what is turned off answers 404. */
@Dependent
@Settings("kernel.enable")
public record FeatureSettings(
        @Default("true") boolean health,
        @Default("true") boolean auth,
        @Default("true") boolean jobs,
        @Default("false") boolean audit,
        @Default("true") @Alias("KERNEL_ENABLE_SAAS") boolean workspaces,
        @Default("false") boolean test) {}
