package io.appkernel.oauth;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * Begins logins and knows them again. What must be remembered stands sealed in a cookie of the browser that began it, one
 * for each login, so nobody else's browser can end it. Thread-safe.
 */
final class Flows {
    static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final String PURPOSE = "oauth-flow";
    private static final int STATE_BYTES = 32;
    private static final int NAME_LENGTH = 16;

    private final Keyring keyring;
    private final Json json;
    private final InstantSource clock;

    Flows(Keyring keyring, Json json, InstantSource clock) {
        this.keyring = keyring;
        this.json = json;
        this.clock = clock;
    }

    Flow begin(String provider, String callback, Optional<String> redirect, Optional<Flow.Linker> linker) {
        return new Flow(
                provider,
                new State(STATE_BYTES).getValue(),
                new CodeVerifier().getValue(),
                new Nonce(STATE_BYTES).getValue(),
                callback,
                redirect,
                linker,
                clock.millis() + LIFETIME.toMillis());
    }

    String sealed(Flow flow) {
        return keyring.seal(PURPOSE, new String(json.write(flow), StandardCharsets.UTF_8));
    }

    /** The name of the cookie, of which every login that is under way has its own. */
    static String cookieName(String state) {
        return "oauth_" + digest(state).substring(0, NAME_LENGTH);
    }

    /**
     * The login that this browser began with that provider.
     *
     * @param cookies by their names
     * @throws KernelException malformed, when it began none such, or too long ago
     */
    Flow found(String provider, Callback callback, Map<String, String> cookies) {
        String state = callback.state().orElse("");
        return Optional.ofNullable(cookies.get(cookieName(state)))
                .flatMap(this::opened)
                .filter(flow -> same(flow.state(), state))
                .filter(flow -> flow.provider().equals(provider))
                .filter(flow -> clock.millis() < flow.expiresMillis())
                .orElseThrow(() -> Provider.unfit(
                        provider,
                        "it was not begun in this browser, or more than ten minutes ago, or is over already"));
    }

    private Optional<Flow> opened(String sealed) {
        try {
            return Optional.ofNullable(json.read(keyring.open(PURPOSE, sealed), Flow.class));
        } catch (IllegalArgumentException | KernelException e) {
            return Optional.empty();
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
