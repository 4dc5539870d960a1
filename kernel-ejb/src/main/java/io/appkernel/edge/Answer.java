package io.appkernel.edge;

import io.appkernel.json.Json;
import io.appkernel.settings.KernelSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.TimeUnit;

/** The headers and problem bodies of every answer. Thread-safe. */
final class Answer {
    private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE_POLICY = "frame-ancestors 'none'";
    private static final String HTTPS_ONLY = "max-age=31536000; includeSubDomains";

    private final Json json;
    private final Cors cors;
    private final boolean securityHeaders;
    private final boolean httpsOnly;
    private final boolean gzip;

    Answer(Json json, Cors cors, EdgeSettings edge, KernelSettings settings) {
        this.json = json;
        this.cors = cors;
        this.securityHeaders = edge.securityHeaders();
        this.httpsOnly = edge.securityHeaders() && settings.isProd();
        this.gzip = edge.gzip();
    }

    byte[] bytesOf(Problem problem) {
        return json.write(problem);
    }

    /** Headers that do not depend on what the application answers; it may override them. */
    void begin(HttpServletResponse response, Exchange exchange) {
        response.setHeader(RequestIds.HEADER, exchange.requestId());
        if (securityHeaders) {
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
            response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
            response.setHeader("Content-Security-Policy", exchange.isFile() ? PAGE_POLICY : API_POLICY);
        }
        if (httpsOnly) {
            response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
        cors.mark(response, exchange.origin());
    }

    /** Headers that do. */
    void complete(EdgeResponse response, Exchange exchange, boolean compressed) {
        int status = response.getStatus();
        String type = response.getContentType();
        if (response.getHeader("Cache-Control") == null) {
            response.setHeader("Cache-Control", CachePolicy.of(status, type, exchange.path(), exchange.isFile()));
        }
        if (cors.varies()) {
            response.addHeader("Vary", "Origin");
        }
        if (gzip && Compression.isWorthIt(type)) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        if (compressed) {
            response.setHeader("Content-Encoding", "gzip");
            weaken(response);
        }
        long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - exchange.startedNanos());
        response.setHeader("X-Runtime", micros / 1000 + "." + (micros % 1000) / 100);
    }

    /** The compressed bytes are others than those the tag was made for. */
    private static void weaken(HttpServletResponse response) {
        String tag = response.getHeader("ETag");
        if (tag != null && !tag.startsWith("W/")) {
            response.setHeader("ETag", "W/" + tag);
        }
    }

    boolean mayCompress(EdgeResponse response, Exchange exchange) {
        int status = response.getStatus();
        return gzip
                && exchange.acceptsGzip()
                && status >= 200
                && status != 204
                && status != 206
                && status != 304
                && response.getHeader("Content-Encoding") == null
                && !noTransform(response.getHeader("Cache-Control"))
                && Compression.isWorthIt(response.getContentType());
    }

    private static boolean noTransform(@org.jspecify.annotations.Nullable String cacheControl) {
        return cacheControl != null && cacheControl.contains("no-transform");
    }
}
