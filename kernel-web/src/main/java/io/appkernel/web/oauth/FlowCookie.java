package io.appkernel.web.oauth;

import io.appkernel.oauth.Callback;
import io.appkernel.oauth.LoginStart;
import io.appkernel.oauth.OAuth;
import jakarta.ws.rs.core.Cookie;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The cookie of a login that is under way, as browsers have it: for its callback only, not for scripts, and not sent along
 * with what other sites load. Stateless.
 */
final class FlowCookie {
    /** Browsers let no connection without TLS set such a one. */
    private static final String SECURE = "__Secure-";

    private FlowCookie() {}

    static String kept(LoginStart start) {
        String cookie = start.cookieName()
                + '='
                + start.cookieValue()
                + attributes(start.path())
                + start.lifetime().toSeconds();
        return start.secure() ? SECURE + cookie + "; Secure" : cookie;
    }

    private static String attributes(String path) {
        return "; Path=" + path + "; HttpOnly; SameSite=Lax; Max-Age=";
    }

    /** Takes the cookie of this login back, whatever comes of it. */
    static List<String> spent(Callback callback, Collection<String> names, String path) {
        String name = OAuth.cookieName(callback.state().orElse(""));
        return Stream.of(name, SECURE + name)
                .filter(names::contains)
                .map(found -> found + "=" + attributes(path) + 0 + (found.equals(name) ? "" : "; Secure"))
                .toList();
    }

    /** What the browser has, by the names that the flows know; of two that are alike the safer one. */
    static Map<String, String> values(Map<String, Cookie> cookies) {
        Map<String, String> values = new HashMap<>();
        cookies.forEach((name, cookie) -> values.putIfAbsent(name, cookie.getValue()));
        cookies.forEach((name, cookie) -> {
            if (name.startsWith(SECURE)) {
                values.put(name.substring(SECURE.length()), cookie.getValue());
            }
        });
        return values;
    }
}
