package io.appkernel.oauth;

import java.util.Optional;

/**
 * A login that was begun and not ended; the browser keeps it sealed in a cookie. Immutable.
 *
 * @param state what the provider must send back
 * @param verifier what proves to the provider that whoever brings the code has begun the login
 * @param nonce what an ID token must repeat
 * @param callback where the provider sends the browser
 * @param redirect where the browser is sent in the end, if anywhere
 * @param linker who adds a way to log in; empty when somebody logs in
 */
record Flow(
        String provider,
        String state,
        String verifier,
        String nonce,
        String callback,
        Optional<String> redirect,
        Optional<Linker> linker,
        long expiresMillis) {
    /**
     * Who was signed in.
     *
     * @param session their login, which must stand until the end
     */
    record Linker(String userId, String session) {}

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Flow[" + provider + "]";
    }
}
