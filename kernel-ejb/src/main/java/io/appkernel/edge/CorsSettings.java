package io.appkernel.edge;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.regex.Pattern;

/** Which pages of other origins may call the API. */
@Dependent
@Settings("kernel.cors")
public record CorsSettings(
        @Default("true") boolean enabled,
        @Default("*") @Alias("CORS_ORIGINS") List<String> allowOrigins,
        @Default("true") boolean allowCredentials,
        @Default("*") List<String> allowMethods,
        @Default("*") List<String> allowHeaders,
        @Default("X-Runtime,X-Request-ID") List<String> exposeHeaders) {
    private static final Pattern ORIGIN = Pattern.compile("\\*|[A-Za-z][A-Za-z0-9+.-]*://[^/\\s?#@]+");

    public CorsSettings {
        if (!allowOrigins.stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            throw new IllegalArgumentException("allow-origins must be origins such as https://app.example.com, with"
                    + " scheme and without a path or a slash at the end, or * for any");
        }
        allowOrigins = List.copyOf(allowOrigins);
        allowMethods = List.copyOf(allowMethods);
        allowHeaders = List.copyOf(allowHeaders);
        exposeHeaders = List.copyOf(exposeHeaders);
    }
}
