package io.appkernel.web.oauth;

import io.appkernel.oauth.LoginEnd;
import io.appkernel.web.TokenView;
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

    static Response of(LoginEnd.SignedIn login) {
        TokenView tokens = TokenView.from(login.tokens());
        String fragment = "access_token=" + encoded(tokens.accessToken())
                + "&refresh_token=" + encoded(tokens.refreshToken())
                + "&token_type=" + tokens.tokenType()
                + "&expires_in=" + tokens.expiresIn();
        return of(tokens, fragment, login.redirect());
    }

    static Response of(LoginEnd.Linked link) {
        AccountView account = AccountView.from(link.account());
        return of(account, "linked=" + encoded(account.provider()), link.redirect());
    }

    private static Response of(Object answer, String fragment, Optional<String> redirect) {
        return redirect.map(page -> Response.status(Response.Status.FOUND).location(URI.create(page + '#' + fragment)))
                .orElseGet(() -> Response.ok(answer))
                .build();
    }

    /** Nobody keeps the answer, and the next page does not hear where the browser comes from; errors too. */
    static void unshare(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
