package io.appkernel.settings;

/** What this deployment is and which part of the work it does. */
@Settings("kernel")
public record NodeSettings(
        @Default("app") @Alias({"APP_NAME"}) String name,
        @Default("1.0.0") String version,
        @Default("") String description,
        @Default("prod") @Alias({"APP_ENV", "ENV"}) Environment environment,
        @Default("all") NodeRole role,
        @Default("/api/v1") String apiPrefix,
        @Default("false") @Alias({"DEBUG"}) boolean debug) {}
