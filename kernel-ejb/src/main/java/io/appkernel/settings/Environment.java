package io.appkernel.settings;

/** Where the application runs. Production checks stop the start only in {@link #PROD}. */
public enum Environment {
    @Alias("production")
    PROD,
    @Alias({"development", "local"})
    DEV,
    @Alias({"uat", "staging"})
    TEST
}
