package io.appkernel.edge;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is worth compressing, and for whom. */
final class Compression {
    private static final Set<String> TYPES = Set.of(
            "application/json",
            "application/javascript",
            "application/xml",
            "application/yaml",
            "application/wasm",
            "application/manifest+json",
            "application/openmetrics-text",
            "image/svg+xml");

    private Compression() {}

    /** Whether an Accept-Encoding header takes gzip: named, or by a star, and not with q=0. */
    static boolean isAccepted(@Nullable String acceptEncoding) {
        if (acceptEncoding == null) {
            return false;
        }
        boolean accepted = false;
        for (String part : acceptEncoding.toLowerCase(Locale.ROOT).split(",")) {
            String[] pieces = part.trim().split(";");
            String coding = pieces[0].trim();
            boolean refused = pieces.length > 1 && isZero(pieces[1].trim());
            if (coding.equals("gzip")) {
                return !refused;
            }
            accepted |= coding.equals("*") && !refused;
        }
        return accepted;
    }

    private static boolean isZero(String parameter) {
        return parameter.matches("q\\s*=\\s*0(\\.0*)?");
    }

    static boolean isWorthIt(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int parameters = contentType.indexOf(';');
        String type = (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
        return !type.equals("text/event-stream")
                && (type.startsWith("text/")
                        || type.endsWith("+json")
                        || type.endsWith("+xml")
                        || TYPES.contains(type));
    }
}
