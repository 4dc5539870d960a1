package io.appkernel.edge;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import java.util.List;

/** Which pages of other origins may call the API. */
@Settings("kernel.cors")
public record CorsSettings(
        @Default("true") boolean enabled,
        @Default("*") @Alias("CORS_ORIGINS") List<String> allowOrigins,
        @Default("true") boolean allowCredentials,
        @Default("*") List<String> allowMethods,
        @Default("*") List<String> allowHeaders,
        @Default("X-Runtime,X-Request-ID") List<String> exposeHeaders) {
    public CorsSettings {
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
    }
}
