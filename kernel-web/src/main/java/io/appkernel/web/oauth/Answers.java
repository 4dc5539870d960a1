package io.appkernel.web.oauth;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a login ends on the wire: as JSON, or in the fragment of where it leads. Stateless. */
final class Answers {
    private Answers() {}

    /** What a page may be given in its fragment. */
    interface Ending {
        String fragment();
    }

    static Response of(Ending ending, Optional<String> redirect) {
        return redirect.map(page ->
                        Response.status(Response.Status.FOUND).location(URI.create(page + '#' + ending.fragment())))
                .orElseGet(() -> Response.ok(ending))
                .build();
    }

    /** Nobody keeps the answer, and the next page does not hear where the browser comes from; errors too. */
    static void unshare(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
