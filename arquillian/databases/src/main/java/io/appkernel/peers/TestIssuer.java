package io.appkernel.peers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider with everything a client asks for: metadata, keys, authorization and token endpoints. Its keys can be
 * changed, and it can be stopped and started again at the same address.
 */
@SuppressWarnings("JavaUtilDate") // the library's
public final class TestIssuer implements AutoCloseable {
    private static final String ID = "test";
    private static final int KEY_BITS = 2048;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Keys keys = new Keys();
    private final OAuth2TokenProvider tokens = new OAuth2TokenProvider(keys);
    private final int port;
    private MockOAuth2Server server;

    public TestIssuer() {
        this.port = freePort();
        this.server = started();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("There is no free port", e);
        }
    }

    private MockOAuth2Server started() {
        MockOAuth2Server made = new MockOAuth2Server(
                new OAuth2Config(false, null, null, false, tokens, Set.of(), new MockWebServerWrapper()));
        made.start(InetAddress.getLoopbackAddress(), port);
        warmUp();
        return made;
    }

    /** Its first answer takes seconds on a busy machine, longer than clients wait. */
    private void warmUp() {
        try (InputStream metadata =
                URI.create(name() + "/.well-known/openid-configuration").toURL().openStream()) {
            metadata.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("It does not answer", e);
        }
    }

    /** Its identifier. */
    public String name() {
        return "http://127.0.0.1:" + port + "/" + ID;
    }

    /** Whoever logs in next is this one. */
    public void loginNextAs(String subject, Map<String, Object> claims, String audience) {
        server.enqueueCallback(
                new DefaultOAuth2TokenCallback(ID, subject, "JWT", List.of(audience), claims, AN_HOUR.toSeconds()));
    }

    /** A token for an API. */
    public String token(String subject, String audience, Map<String, Object> claims) {
        return token(subject, audience, claims, AN_HOUR);
    }

    /** A token for an API that is good for so long; the claims may contradict everything else. */
    public String token(String subject, String audience, Map<String, Object> claims, Duration lifetime) {
        RSAKey key = keys.current;
        Instant now = Instant.now();
        JWTClaimsSet.Builder all = new JWTClaimsSet.Builder()
                .issuer(name())
                .subject(subject)
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lifetime)));
        claims.forEach(all::claim);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                all.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The key does not sign", e);
        }
        return token.serialize();
    }

    /** From now on it signs with another key, and publishes only that. */
    public void changeKey() {
        keys.change();
    }

    public void stop() {
        server.shutdown();
    }

    public void start() {
        server = started();
    }

    @Override
    public void close() {
        stop();
    }

    /** One key at a time, each under an id of its own. */
    private static final class Keys extends KeyProvider {
        private final AtomicInteger made = new AtomicInteger();
        private volatile RSAKey current = key();

        void change() {
            current = key();
        }

        private RSAKey key() {
            try {
                return new RSAKeyGenerator(KEY_BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyID("key-" + made.incrementAndGet())
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("No key", e);
            }
        }

        @Override
        public JWK signingKey(String issuer) {
            return current;
        }
    }
}
