package io.appkernel.tokens;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.appkernel.keyring.Keyring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** What is taken for a token of ours, and everything that only looks like one. */
@SuppressWarnings("JavaUtilDate") // the library's
class TokensTest {
    private static final Claims ANN =
            new Claims("u1", "ann@example.com", Optional.of("ann"), "user", Set.of("user", "editor"), "s1", 3);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
    private final Keyring keyring = new Keyring("a secret of more than thirty-two characters");
    private final byte[] key = keyring.key("access-token");
    private final Tokens tokens = TestTokens.of(keyring, now::get);

    private JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer("app")
                .subject("u1")
                .issueTime(Date.from(now.get()))
                .expirationTime(Date.from(now.get().plusSeconds(60)))
                .claim("email", "ann@example.com")
                .claim("role", "user")
                .claim("groups", List.of("user"))
                .claim("sid", "s1")
                .claim("gen", 0L);
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(Tokens.TYPE).build(), change, new MACSigner(key));
    }

    private String signed(JWSHeader header, UnaryOperator<JWTClaimsSet.Builder> change, JWSSigner signer)
            throws Exception {
        SignedJWT token = new SignedJWT(header, change.apply(good()).build());
        token.sign(signer);
        return token.serialize();
    }

    private void refused(String token) {
        assertThat(tokens.check(token)).isEmpty();
    }

    @Test
    void aTokenSaysWhatWasIssued() {
        Claims.Checked checked = tokens.check(tokens.issue(ANN)).orElseThrow();

        assertThat(checked.claims()).isEqualTo(ANN);
        assertThat(checked.expiresMillis())
                .isEqualTo(now.get().plus(Duration.ofMinutes(15)).toEpochMilli());
        assertThat(checked.all())
                .containsEntry("sub", "u1")
                .containsEntry("iss", "app")
                .containsEntry("exp", now.get().plus(Duration.ofMinutes(15)).getEpochSecond())
                .containsEntry("groups", Set.of("user", "editor"))
                .containsKeys("jti", "iat");
    }

    @Test
    void theTokenThatTheOthersAreMadeOfIsGood() throws Exception {
        assertThat(tokens.check(signed(claims -> claims))).isPresent();
    }

    @Test
    void algNoneIsRefused() {
        String header =
                Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}").toString();
        String body = Base64URL.encode(good().build().toString()).toString();
        refused(header + '.' + body + '.');
        refused(header + '.' + body + ".c2ln");
    }

    @Test
    void anotherAlgorithmWithTheSameKeyIsRefused() throws Exception {
        byte[] longer = new byte[64];
        System.arraycopy(key, 0, longer, 0, key.length);
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
            refused(signed(
                    new JWSHeader.Builder(algorithm).type(Tokens.TYPE).build(),
                    claims -> claims,
                    new MACSigner(longer)));
        }
        RSAKey pair = new RSAKeyGenerator(2048).generate();
        refused(signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).type(Tokens.TYPE).build(),
                claims -> claims,
                new RSASSASigner(pair)));
    }

    @Test
    void aKeyOfSomebodyElseIsRefused() throws Exception {
        byte[] other = new Keyring("some other secret of thirty-two characters").key("access-token");
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(Tokens.TYPE).build();
        refused(signed(header, claims -> claims, new MACSigner(other)));
        refused(signed(header, claims -> claims, new MACSigner(keyring.key("refresh-token"))));
        refused(signed(header, claims -> claims, new MACSigner(new byte[32])));
    }

    @Test
    void aHeaderThatBringsItsOwnKeyIsRefused() throws Exception {
        RSAKey pair = new RSAKeyGenerator(2048).keyID("../../dev/null").generate();
        URI elsewhere = URI.create("http://127.0.0.1:1/keys.json");
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(Tokens.TYPE)
                .jwk(pair.toPublicJWK())
                .jwkURL(elsewhere)
                .x509CertURL(elsewhere)
                .build();
        refused(signed(header, claims -> claims, new RSASSASigner(pair)));
    }

    @Test
    void aKeyIdCannotBendTheChoiceOfTheKey() throws Exception {
        for (String id : List.of("../../../dev/null", "' OR 1=1 --", "/proc/sys/kernel/randomize_va_space", "")) {
            byte[] guessed = new byte[32];
            refused(signed(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .type(Tokens.TYPE)
                            .keyID(id)
                            .build(),
                    claims -> claims,
                    new MACSigner(guessed)));
        }
    }

    @Test
    void anotherIssuerAudienceOrTypeIsRefused() throws Exception {
        refused(signed(claims -> claims.issuer("other")));
        refused(signed(claims -> claims.issuer(null)));
        for (JOSEObjectType type : List.of(JOSEObjectType.JWT, new JOSEObjectType("rt+jwt"))) {
            refused(signed(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).build(),
                    claims -> claims,
                    new MACSigner(key)));
        }
        Tokens ofAudience = new Tokens(
                new SecretKeys(keyring),
                new TokenSettings(
                        Duration.ofMinutes(15),
                        Algorithm.HS256,
                        Optional.empty(),
                        Optional.of("mine"),
                        Duration.ofDays(90)),
                "app",
                now::get);
        assertThat(ofAudience.check(ofAudience.issue(ANN))).isPresent();
        assertThat(ofAudience.check(signed(claims -> claims.audience("theirs"))))
                .isEmpty();
        assertThat(ofAudience.check(signed(claims -> claims))).isEmpty();
    }

    @Test
    void whatIsExpiredOrNotYetGoodIsRefusedToTheSecond() throws Exception {
        String token = signed(claims -> claims);
        now.updateAndGet(time -> time.plusSeconds(59));
        assertThat(tokens.check(token)).isPresent();
        now.updateAndGet(time -> time.plusSeconds(1));
        refused(token);
        refused(signed(claims -> claims.notBeforeTime(Date.from(now.get().plusSeconds(2)))));
        refused(signed(claims -> claims.expirationTime(null)));
    }

    @Test
    void aTokenThatLacksWhatOursHaveIsRefused() throws Exception {
        for (String claim : List.of("sub", "iat", "sid", "gen", "role", "groups")) {
            refused(signed(claims -> claims.claim(claim, null)));
        }
        refused(signed(claims -> claims.claim("gen", "x")));
        refused(signed(claims -> claims.claim("groups", "admin")));
        refused(signed(claims -> claims.claim("role", 7)));
    }

    @Test
    void aTruncatedChangedOrGiantTokenIsRefused() throws Exception {
        String token = signed(claims -> claims);
        for (int end : new int[] {0, 1, 10, token.indexOf('.'), token.lastIndexOf('.'), token.length() - 1}) {
            refused(token.substring(0, end));
        }
        refused(token + 'x');
        refused(token.replaceFirst("\\.e", ".f"));
        refused(". .");
        refused("a.b.c");
        refused(token.substring(0, 5) + "\u0000" + token.substring(5));
        refused(signed(claims -> claims.claim("role", 7).claim("ballast", "x".repeat(64_000))));
    }

    @Test
    void aClaimThatStandsTwiceIsRefused() throws Exception {
        String header =
                Base64URL.encode("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}").toString();
        String once = good().build().toString();
        String twice = once.substring(0, once.length() - 1) + ",\"sub\":\"u2\"}";
        String input = header + '.' + Base64URL.encode(twice);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        refused(input + '.' + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void onlyWhatHasThreePartsLooksLikeAToken() {
        assertThat(Tokens.isToken("a.b.c")).isTrue();
        assertThat(List.of("", ".", "..", "a.b", "a..c.d", "a.b.c.d", "sk_live_abc", ".b.c"))
                .noneMatch(Tokens::isToken);
    }
}
