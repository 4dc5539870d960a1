package io.appkernel.oauth;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.issuers.Fetcher;
import io.appkernel.issuers.Issuer;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.SecretText;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenIdProviderTest {
    private static final String CLIENT = "client-1";
    private static final String SECRET = "a secret of the client, long enough for a key of HMAC";
    private static final String CALLBACK = "https://app.example.com/api/v1/auth/oauth/google/callback";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Flow flow = new Flows(new Keyring("secret"), new Json(), Clock.systemUTC())
            .begin("google", CALLBACK, Optional.empty(), Optional.empty());
    private FakeOpenIdServer server;
    private Issuer issuer;
    private OpenIdProvider provider;

    @BeforeEach
    void open() throws IOException, JOSEException {
        server = new FakeOpenIdServer();
        Fetcher fetcher = new Fetcher(Duration.ofMillis(500), System::nanoTime);
        issuer = new Issuer(server.name(), Optional.empty(), fetcher, Thread::new, System::nanoTime);
        provider = new OpenIdProvider(
                "google",
                issuer,
                CLIENT,
                new SecretText(SECRET),
                new CodeExchange("google", fetcher, KernelLog.to(log::add)));
    }

    @AfterEach
    void close() {
        issuer.close();
        server.close();
        assertThat(String.join("\n", log)).doesNotContain(SECRET, "the-code", flow.verifier(), "eyJ");
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(server.name())
                .subject("g-1")
                .audience(CLIENT)
                .claim("nonce", flow.nonce())
                .claim("email", "ann@example.com")
                .claim("email_verified", true)
                .claim("name", "Ann")
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void answers(String idToken) {
        server.tokenAnswer = "{\"access_token\":\"at\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                + idToken + "\"}";
    }

    private static Callback callback(String issuer) {
        return new Callback(Optional.of("s"), Optional.of("the-code"), Optional.empty(), Optional.ofNullable(issuer));
    }

    private Identity identify(String issuer) {
        return provider.identify(flow, callback(issuer), "the-code");
    }

    private void assertFails(ErrorCode code, String issuer) {
        refused(code, () -> identify(issuer));
    }

    @Test
    void theBrowserIsSentWithStateNonceAndTheDigestOfTheVerifier() {
        String url = provider.begin(flow).toString();

        assertThat(url)
                .startsWith(server.name() + "/authorize?")
                .contains("response_type=code")
                .contains("client_id=" + CLIENT)
                .contains("state=" + flow.state())
                .contains("nonce=" + flow.nonce())
                .contains("code_challenge_method=S256")
                .contains("code_challenge=")
                .contains("scope=openid")
                .doesNotContain(flow.verifier());
    }

    @Test
    void aGoodIdTokenSaysWhoItIs() throws JOSEException {
        answers(signed(server.key, claims().build()));

        assertThat(identify(null))
                .isEqualTo(new Identity("google", "g-1", Optional.of("ann@example.com"), true, Optional.of("Ann")));
        assertThat(server.tokenRequests)
                .singleElement()
                .asString()
                .contains("grant_type=authorization_code")
                .contains("code=the-code")
                .contains("code_verifier=" + flow.verifier())
                .contains("redirect_uri=https%3A%2F%2Fapp.example.com")
                .contains("Basic ")
                .doesNotContain(SECRET);
    }

    @Test
    void anAddressIsProvenOnlyWhereTheProviderSaysSo() throws JOSEException {
        for (Object said : new Object[] {false, "false", "yes", 1, null}) {
            answers(signed(server.key, claims().claim("email_verified", said).build()));
            assertThat(identify(null).emailVerified()).as(String.valueOf(said)).isFalse();
        }
    }

    /** What is wrong with an ID token. */
    enum Forgery {
        NONCE_OF_ANOTHER_LOGIN,
        NO_NONCE,
        OF_ANOTHER_CLIENT,
        OF_SEVERAL_AND_FOR_ANOTHER,
        OF_ANOTHER_ISSUER,
        EXPIRED,
        UNSIGNED,
        SIGNED_WITH_THE_CLIENTS_SECRET,
        SIGNED_BY_A_STRANGER,
        WITHOUT_SUBJECT
    }

    @ParameterizedTest
    @EnumSource
    void anIdTokenThatProvesNothingIsRefused(Forgery forgery) throws JOSEException {
        answers(forged(forgery));

        assertFails(ErrorCode.MALFORMED, null);
    }

    private String forged(Forgery forgery) throws JOSEException {
        return switch (forgery) {
            case NONCE_OF_ANOTHER_LOGIN -> changed(claims -> claims.claim("nonce", "another"));
            case NO_NONCE -> changed(claims -> claims.claim("nonce", null));
            case OF_ANOTHER_CLIENT -> changed(claims -> claims.audience("client-2"));
            case OF_SEVERAL_AND_FOR_ANOTHER ->
                changed(claims -> claims.audience(List.of(CLIENT, "client-2")).claim("azp", "client-2"));
            case OF_ANOTHER_ISSUER -> changed(claims -> claims.issuer("https://accounts.evil.example"));
            case EXPIRED ->
                changed(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
            case UNSIGNED -> new PlainJWT(claims().build()).serialize();
            case SIGNED_WITH_THE_CLIENTS_SECRET -> {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
                token.sign(new MACSigner(SECRET));
                yield token.serialize();
            }
            case SIGNED_BY_A_STRANGER ->
                signed(new RSAKeyGenerator(2048).keyID("k").generate(), claims().build());
            case WITHOUT_SUBJECT -> changed(claims -> claims.subject(null));
        };
    }

    private String changed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(server.key, change.apply(claims()).build());
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefusedBeforeItsCodeIsSentAnywhere() throws JOSEException {
        answers(signed(server.key, claims().build()));

        assertFails(ErrorCode.MALFORMED, "https://accounts.evil.example");
        assertThat(server.tokenRequests).isEmpty();
        assertThat(identify(server.name()).subject()).isEqualTo("g-1");
    }

    @Test
    void anIssuerThatAlwaysNamesItselfMustDoSo() throws JOSEException {
        server.issuerParameter = true;
        answers(signed(server.key, claims().build()));

        assertFails(ErrorCode.MALFORMED, null);
        assertThat(identify(server.name()).subject()).isEqualTo("g-1");
    }

    @Test
    void aCodeThatIsNoGoodIsTheBrowsersFault() {
        server.tokenStatus = 400;
        server.tokenAnswer = "{\"error\":\"invalid_grant\",\"error_description\":\"used\"}";

        assertFails(ErrorCode.MALFORMED, null);
        assertThat(log).isEmpty();
    }

    @Test
    void credentialsThatAreNoGoodAreTheOperatorsAndLogged() {
        server.tokenStatus = 401;
        server.tokenAnswer = "{\"error\":\"invalid_client\"}";
        assertFails(ErrorCode.UNAVAILABLE, null);
        assertThat(String.join("\n", log)).contains("status 401", "kernel.oauth.google-client-id");
    }

    @Test
    void aProviderThatFailsOrTalksNonsenseIsUnavailable() {
        String[][] answers = {
            {"500", "oops"}, {"503", "{}"}, {"429", "{}"}, {"200", "<html>"}, {"200", "{}"}, {"200", "[]"}
        };
        for (String[] answer : answers) {
            server.tokenStatus = Integer.parseInt(answer[0]);
            server.tokenAnswer = answer[1];
            assertFails(ErrorCode.UNAVAILABLE, null);
        }
        server.tokenStatus = 200;
        server.tokenAnswer = "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}";
        assertFails(ErrorCode.UNAVAILABLE, null);
    }

    @Test
    void aProviderThatIsDownIsUnavailableForAWhile() {
        server.close();

        assertThatThrownBy(() -> provider.begin(flow)).isInstanceOfSatisfying(KernelException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(e.retryAfter()).isPresent();
        });
    }
}
