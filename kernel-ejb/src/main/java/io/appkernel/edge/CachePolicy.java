package io.appkernel.edge;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a browser may keep an answer for which the application did not say it itself. */
final class CachePolicy {
    static final String NEVER = "no-store";
    static final String HTML = "no-cache, no-store, must-revalidate";
    static final String HASHED = "public, max-age=31536000, immutable";
    static final String OTHER = "public, max-age=3600, must-revalidate";

    /** A file name with a build's fingerprint: app.3f2a9c1b.js, index-BsX9z1aQ.css. */
    private static final Pattern FINGERPRINT = Pattern.compile(
            ".*/[^/]*(?:[.-][0-9a-f]{8,64}|-(?=[A-Za-z0-9_-]*[0-9A-Z])[A-Za-z0-9_-]{8})\\.[A-Za-z0-9.]{1,12}");

    private CachePolicy() {}

    static String of(int status, @Nullable String contentType, String path, boolean isFile) {
        boolean failed = status >= 400 || status >= 300 && status != 304;
        if (failed || !isFile) {
            return contentType != null && contentType.startsWith("text/html") && !failed ? HTML : NEVER;
        }
        if (contentType != null && contentType.startsWith("text/html") || isHtml(path)) {
            return HTML;
        }
        return FINGERPRINT.matcher(path).matches() ? HASHED : OTHER;
    }

    private static boolean isHtml(String path) {
        return path.endsWith("/") || path.endsWith(".html") || path.endsWith(".htm");
    }
}
