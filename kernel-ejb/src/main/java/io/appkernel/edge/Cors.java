package io.appkernel.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin rules. Credentials are only ever allowed for an origin that is named: with the star, any origin may read
 * but nobody's cookies or tokens ride along.
 */
final class Cors {
    private static final String ANY = "*";
    static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String PREFLIGHT_SECONDS = "600";

    private final boolean enabled;
    private final boolean any;
    private final Set<String> origins;
    private final boolean credentials;
    private final String methods;
    private final boolean anyHeader;
    private final String headers;
    private final String exposed;

    Cors(CorsSettings settings) {
        enabled = settings.enabled();
        any = settings.allowOrigins().contains(ANY);
        origins = settings.allowOrigins().stream()
                .filter(origin -> !origin.equals(ANY))
                .map(origin -> origin.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        credentials = settings.allowCredentials();
        methods = settings.allowMethods().contains(ANY) ? METHODS : String.join(", ", settings.allowMethods());
        anyHeader = settings.allowHeaders().contains(ANY);
        headers = String.join(", ", settings.allowHeaders());
        exposed = String.join(", ", new TreeSet<>(settings.exposeHeaders()));
    }

    static boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod())
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean allows(@Nullable String origin) {
        return enabled && origin != null && (any || origins.contains(origin.toLowerCase(Locale.ROOT)));
    }

    /** Whether answers differ by origin, which caches must know. */
    boolean varies() {
        return enabled && (!any || !origins.isEmpty());
    }

    /** Headers for every answer to an allowed origin. */
    void mark(HttpServletResponse response, @Nullable String origin) {
        if (origin == null || !allows(origin)) {
            return;
        }
        boolean named = origins.contains(origin.toLowerCase(Locale.ROOT));
        response.setHeader("Access-Control-Allow-Origin", named ? origin : ANY);
        if (named && credentials) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
        if (!exposed.isEmpty()) {
            response.setHeader("Access-Control-Expose-Headers", exposed);
        }
    }

    void preflight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", methods);
        String asked = request.getHeader("Access-Control-Request-Headers");
        if (asked != null) {
            response.addHeader("Vary", "Access-Control-Request-Headers");
            response.setHeader("Access-Control-Allow-Headers", anyHeader ? harmless(asked) : headers);
        }
        response.setHeader("Access-Control-Max-Age", PREFLIGHT_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private static String harmless(String asked) {
        return asked.replaceAll("[^A-Za-z0-9!#$%&'*+.^_`|~, -]", "");
    }
}
