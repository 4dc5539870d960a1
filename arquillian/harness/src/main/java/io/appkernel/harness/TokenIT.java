package io.appkernel.harness;

import static io.appkernel.harness.Accounts.AUTH;
import static io.appkernel.harness.Accounts.ORIGIN;
import static io.appkernel.harness.Accounts.body;
import static io.appkernel.harness.Accounts.ok;
import static io.appkernel.harness.Accounts.problem;
import static io.appkernel.harness.Accounts.unique;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.appkernel.databases.TestServer;
import io.appkernel.harness.Client.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that only looks like a token, as somebody who means harm sends it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TokenIT {
    private static final Shape SHAPE = Shape.current();
    static final String SECRET = "a secret that only this test and its server know";

    private final Client http = new Client(SHAPE.root());
    private final Accounts people = new Accounts(http, SHAPE);

    @Deployment(testable = false)
    static Archive<?> widgetsWithClaims() {
        return Archives.widgetsWith(
                SHAPE,
                "io.appkernel.probe.claims",
                "kernel.auth.token-secret=" + SECRET + "\nkernel.auth.issuer=app\nkernel.database.url="
                        + TestServer.h2().newDatabase() + "\n");
    }

    private JsonNode login() {
        String name = unique("tok.");
        people.register(name);
        return people.login(name);
    }

    /** A token of ours, to be bent. */
    private SignedJWT parsed(String token) throws Exception {
        return SignedJWT.parse(token);
    }

    private static byte[] key(String purpose) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(new JOSEObjectType("at+jwt"));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWTClaimsSet.Builder like(JWTClaimsSet claims) {
        return new JWTClaimsSet.Builder(claims);
    }

    @Test
    void everyAttackIsAnsweredAlike() throws Exception {
        JsonNode login = login();
        String good = login.get("access_token").asText();
        ok(people.get(AUTH + "/me", good));
        JWTClaimsSet claims = parsed(good).getJWTClaimsSet();
        JWSSigner ours = new MACSigner(key("access-token"));
        JWSHeader plain = header(JWSAlgorithm.HS256).build();
        ok(people.get(AUTH + "/me", signed(plain, claims, ours)));

        RSAKey pair = new RSAKeyGenerator(2048).keyID("../../dev/null").generate();
        URI elsewhere = URI.create("http://127.0.0.1:1/keys.json");
        String payload = Base64URL.encode(claims.toString()).toString();
        String[] parts = good.split("\\.", -1);
        Date past = Date.from(Instant.now().minusSeconds(60));
        Date future = Date.from(Instant.now().plusSeconds(600));
        Map<String, String> attacks = new TreeMap<>();
        attacks.put("alg none", Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + payload + ".");
        attacks.put("alg none in capitals", Base64URL.encode("{\"alg\":\"NONE\"}") + "." + payload + ".");
        attacks.put("no signature", parts[0] + "." + parts[1] + ".");
        attacks.put("alg confusion", signed(header(JWSAlgorithm.RS256).build(), claims, new RSASSASigner(pair)));
        attacks.put(
                "kid injection",
                signed(
                        header(JWSAlgorithm.HS256).keyID("' UNION SELECT 'x").build(),
                        claims,
                        new MACSigner(new byte[32])));
        attacks.put(
                "jku and x5u",
                signed(
                        header(JWSAlgorithm.RS256)
                                .keyID(pair.getKeyID())
                                .jwkURL(elsewhere)
                                .x509CertURL(elsewhere)
                                .build(),
                        claims,
                        new RSASSASigner(pair)));
        attacks.put(
                "a key in the header",
                signed(header(JWSAlgorithm.RS256).jwk(pair.toPublicJWK()).build(), claims, new RSASSASigner(pair)));
        attacks.put("another issuer", signed(plain, like(claims).issuer("evil").build(), ours));
        attacks.put("expired", signed(plain, like(claims).expirationTime(past).build(), ours));
        attacks.put(
                "not yet good", signed(plain, like(claims).notBeforeTime(future).build(), ours));
        attacks.put("no expiry", signed(plain, like(claims).expirationTime(null).build(), ours));
        attacks.put("another key", signed(plain, claims, new MACSigner(key("refresh-token"))));
        attacks.put(
                "of no login", signed(plain, like(claims).claim("sid", "nobody").build(), ours));
        attacks.put("another type", signed(new JWSHeader(JWSAlgorithm.HS256), claims, ours));
        attacks.put("truncated", good.substring(0, good.length() - 7));
        attacks.put(
                "another's payload",
                parts[0] + "." + Base64URL.encode(claims.toString().replace("user", "admin")) + "." + parts[2]);
        attacks.put("a claim twice", twice(claims));
        attacks.put("a refresh token", login.get("refresh_token").asText());
        attacks.put("not a token", "x".repeat(2000));
        attacks.put("dots", "..");

        attacks.forEach((name, token) -> {
            Answer answer = http.get(AUTH + "/me", "Authorization: Bearer " + token, ORIGIN);
            assertThat(answer.status()).as(name).isEqualTo(401);
            JsonNode problem = problem(answer, 401);
            assertThat(problem.get("request_id").asText()).as(name).isEqualTo(answer.header("X-Request-ID"));
            assertThat(answer.text()).as(name).doesNotContain(token.length() > 10 ? token : "token:");
        });
    }

    private static String twice(JWTClaimsSet claims) throws Exception {
        String once = claims.toString();
        String both = once.substring(0, once.length() - 1) + ",\"role\":\"admin\"}";
        String input = Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}") + "." + Base64URL.encode(both);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key("access-token"), "HmacSHA256"));
        return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aGiantTokenHarmsNobody() {
        Answer answer = http.get(AUTH + "/me", "Authorization: Bearer " + "a.".repeat(32_000), ORIGIN);
        assertThat(answer.status()).isIn(400, 401, 413, 431);
        assertThat(http.get("/healthz").status()).isEqualTo(200);
    }

    @Test
    void fiftyRefreshesOfOneClientAtOnceLeaveOneLogin() {
        String name = unique("hasty.");
        people.register(name);
        JsonNode login = people.login(name);
        String refresh = body("refresh_token", login.get("refresh_token").asText());
        List<Answer> answers = Waiting.together(50, i -> people.post("/refresh", refresh));

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        String access = answers.get(49).json().get("access_token").asText();
        assertThat(ok(people.get(AUTH + "/sessions", access)).get("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void microProfileAndJakartaKnowTheCallerWhereverTheyAreAsked() throws Exception {
        JsonNode login = login();
        JsonNode mine =
                ok(people.get(SHAPE.app() + "/claims", login.get("access_token").asText()));
        String id = login.at("/user/id").asText();

        assertThat(mine.get("name").asText()).isEqualTo(id);
        assertThat(mine.get("subject").asText()).isEqualTo(id);
        assertThat(mine.get("rest").asText()).isEqualTo(id);
        assertThat(mine.get("email").asText()).isEqualTo(login.at("/user/email").asText());
        assertThat(mine.get("role").asText()).isEqualTo("user");
        assertThat(mine.get("generation").asText()).isEqualTo("0");
        assertThat(mine.get("none").asText()).isEqualTo("-");
        assertThat(mine.at("/groups/0").asText()).isEqualTo("user");
        assertThat(mine.at("/token_groups/0").asText()).isEqualTo("user");
        assertThat(mine.get("rest_user").asBoolean()).isTrue();
        assertThat(mine.get("security_user").asBoolean()).isTrue();
        assertThat(mine.get("security_name").asText()).isEqualTo(id);

        JsonNode nobody = http.get(SHAPE.app() + "/claims").json();
        assertThat(nobody.get("name").asText()).isEqualTo("null");
        assertThat(nobody.get("role").asText()).isEqualTo("-");
        assertThat(nobody.get("security_user").asBoolean()).isFalse();
    }

    @Test
    void nothingIsPublishedWhereASecretSigns() {
        Answer answer = http.get("/.well-known/jwks.json");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("keys")).isEmpty();
        assertThat(http.send("POST", "/.well-known/jwks.json", new byte[0]).status())
                .isEqualTo(405);
    }
}
