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
        @Default("false") boolean test) {
    /** Whether the feature of that name is turned on. */
    public boolean has(String feature) {
        return switch (feature) {
            case "health" -> health;
            case "auth" -> auth;
            case "jobs" -> jobs;
            case "audit" -> audit;
            case "workspaces" -> workspaces;
            case "test" -> test;
            default -> throw new IllegalArgumentException("There is no setting kernel.enable." + feature);
        };
    }
}
