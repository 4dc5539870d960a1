package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that others can check, by the keys that are published. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class KeysIT {
    private static final Shape SHAPE = Shape.current();

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithClaims() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.claims",
                "kernel.auth.algorithm=rs256\nkernel.database.url="
                        + TestServer.h2().newDatabase() + "\n");
    }

    @Test
    void whoeverHasThePublishedKeysChecksTheTokens() throws Exception {
        String name = unique("key.");
        people.register(name);
        String access = people.login(name).get("access_token").asText();
        ok(people.get(AUTH + "/me", access));

        Answer published = http.get("/.well-known/jwks.json");
        assertThat(published.header("Content-Type")).startsWith("application/jwk-set+json");
        assertThat(published.text()).doesNotContain("\"d\"").doesNotContain("\"p\"");
        SignedJWT token = SignedJWT.parse(access);
        RSAKey key = JWKSet.parse(published.text())
                .getKeyByKeyId(token.getHeader().getKeyID())
                .toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();

        SignedJWT confused = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key.getKeyID())
                        .build(),
                token.getJWTClaimsSet());
        confused.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        problem(people.get(AUTH + "/me", confused.serialize()), 401);
    }
}
