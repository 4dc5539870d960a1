package io.appkernel.oauth;

import java.net.URI;
import java.time.Duration;

/**
 * How a login begins: the browser goes to the provider, and keeps a cookie until it comes back. Immutable.
 *
 * @param path for which the cookie is: that of the callback
 * @param secure whether the cookie is for connections with TLS only
 */
public record LoginStart(
        URI authorizationUrl, String cookieName, String cookieValue, String path, boolean secure, Duration lifetime) {
    /** Without the cookie, which is worth a login. */
    @Override
    public String toString() {
        return "LoginStart[" + cookieName + "]";
    }
}
