package io.appkernel.settings;

import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this deployment is and which part of the work it does.
 *
 * @param name the service's name in logs and metrics
 * @param debug never true in prod, whatever is set
 * @param dataDir where everything the kernel keeps in files lives
 * @param envDir the directory whose {@code .env} files are the nearest, instead of the working directory; read from
 *     system properties and environment variables only
 */
@Dependent
@Settings("kernel")
public record NodeSettings(
        @Default("app") @Alias("APP_NAME") String name,
        @Default("1.0.0") String version,
        @Default("") String description,
        @Default("prod") @Alias({"APP_ENV", "ENV"}) Environment environment,
        @Default("all") NodeRole role,
        @Default("/api/v1") String apiPrefix,
        @Default("false") @Alias("DEBUG") boolean debug,
        @Default(".data") @Alias("DATA_DIR") Path dataDir,
        Optional<Path> envDir) {

    public NodeSettings {
        if (!apiPrefix.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "api-prefix must look like /api/v1: a slash before each part, none at" + " the end");
        }
        debug = debug && environment != Environment.PROD;
    }
}
