package io.appkernel.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.appkernel.auth.Caller;
import io.appkernel.auth.Verdict;
import io.appkernel.peers.TestIssuer;
import io.appkernel.roles.Roles;
import io.appkernel.roles.TestRoles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExternalTokensTest {
    private static final String API = "my-api";
    private static final Roles ROLES = TestRoles.builtIn();

    private final TestIssuer peer = new TestIssuer();
    private final AtomicLong moved = new AtomicLong();
    private Issuer issuer;
    private ExternalTokens tokens;

    @BeforeEach
    void trust() {
        open(settings("roles", Optional.empty(), Optional.empty()), Duration.ofMinutes(5), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        issuer.close();
        peer.close();
    }

    private void open(ExternalSettings settings, Duration fresh, InstantSource clock) {
        open(settings, fresh, clock, Duration.ofSeconds(30));
    }

    private void open(ExternalSettings settings, Duration fresh, InstantSource clock, Duration timeout) {
        Fetcher fetcher = new Fetcher(timeout, System::nanoTime);
        issuer = new Issuer(peer.name(), Optional.empty(), fetcher, Thread::new, this::nanos, fresh);
        tokens = new ExternalTokens(issuer, settings, ROLES, clock);
    }

    private long nanos() {
        return System.nanoTime() + moved.get();
    }

    private ExternalSettings settings(String roles, Optional<String> scopes, Optional<String> workspace) {
        return new ExternalSettings(
                Optional.of(peer.name()),
                List.of(API),
                Optional.empty(),
                List.of("RS256", "ES256", "PS256"),
                roles,
                "email",
                scopes,
                workspace,
                Duration.ofSeconds(30));
    }

    private Caller granted(String token) {
        Verdict verdict = tokens.verify(token);
        assertThat(verdict).isInstanceOf(Verdict.Granted.class);
        return ((Verdict.Granted) verdict).caller();
    }

    @Test
    void aTokenOfTheIssuerSaysWhoCalls() {
        Caller caller =
                granted(peer.token("u-1", API, Map.of("email", "ann@example.com", "roles", List.of("editor", "user"))));

        assertThat(caller.id()).isEqualTo("u-1");
        assertThat(caller.email()).isEqualTo("ann@example.com");
        assertThat(caller.roles()).containsExactlyInAnyOrder("editor", "user");
        assertThat(caller.isAdmin()).isFalse();
        assertThat(caller.claims()).containsEntry("iss", peer.name()).containsKey("exp");
    }

    @Test
    void claimsAreFoundWhereTheSettingsSay() {
        issuer.close();
        open(
                settings("realm_access.roles", Optional.of("scope"), Optional.of("https://example.com/workspace")),
                Duration.ofMinutes(5),
                Clock.systemUTC());

        Caller caller = granted(peer.token(
                "u-1",
                API,
                Map.of(
                        "realm_access",
                        Map.of("roles", List.of("admin")),
                        "roles",
                        List.of("nobody"),
                        "scope",
                        "documents:read documents:write",
                        "https://example.com/workspace",
                        "w-1")));

        assertThat(caller.role()).isEqualTo("admin");
        assertThat(caller.roles()).containsExactly("admin");
        assertThat(caller.scopes()).containsExactlyInAnyOrder("documents:read", "documents:write");
        assertThat(caller.workspaceId()).contains("w-1");
    }

    @Test
    void anAddressThatTheIssuerCallsUnprovenIsNone() {
        assertThat(granted(peer.token("u-1", API, Map.of("email", "ann@example.com", "email_verified", false)))
                        .email())
                .isEmpty();
    }

    /** What is wrong with a token. */
    enum Forgery {
        OF_ANOTHER_AUDIENCE,
        OF_ANOTHER_ISSUER,
        EXPIRED,
        NOT_YET_VALID,
        WITHOUT_EXPIRY,
        WITHOUT_SUBJECT,
        UNSIGNED,
        SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET,
        OF_A_STRANGERS_KEY,
        WITH_ITS_OWN_KEY_IN_THE_HEADER,
        CHANGED,
        OF_A_TYPE_THAT_IS_NO_TOKEN,
        NONSENSE
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsNoGoodIsRefused(Forgery forgery) throws JOSEException, IOException, ParseException {
        assertThat(tokens.verify(forged(forgery))).isInstanceOf(Verdict.Refused.class);
    }

    private String forged(Forgery forgery) throws JOSEException, IOException, ParseException {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("key-1").generate();
        JWTClaimsSet good = claims().build();
        return switch (forgery) {
            case OF_ANOTHER_AUDIENCE -> peer.token("u-1", "another-api", Map.of());
            case OF_ANOTHER_ISSUER -> peer.token("u-1", API, Map.of("iss", "https://elsewhere.example"));
            case EXPIRED -> peer.token("u-1", API, Map.of(), Duration.ofSeconds(-31));
            case NOT_YET_VALID ->
                peer.token("u-1", API, Map.of("nbf", Date.from(Instant.now().plusSeconds(60))));
            case WITHOUT_EXPIRY ->
                signed(stranger, claims().expirationTime(null).build());
            case WITHOUT_SUBJECT -> peer.token("", API, Map.of());
            case UNSIGNED -> new PlainJWT(good).serialize();
            case SIGNED_WITH_THE_PUBLIC_KEY_AS_SECRET -> {
                JWKSet published = JWKSet.load(URI.create(peer.name() + "/jwks").toURL());
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build(), good);
                token.sign(new MACSigner(
                        published.getKeys().get(0).toRSAKey().toRSAPublicKey().getEncoded()));
                yield token.serialize();
            }
            case OF_A_STRANGERS_KEY -> signed(stranger, good);
            case WITH_ITS_OWN_KEY_IN_THE_HEADER -> {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(stranger.toPublicJWK())
                                .build(),
                        good);
                token.sign(new RSASSASigner(stranger));
                yield token.serialize();
            }
            case CHANGED -> {
                String[] parts = peer.token("u-1", API, Map.of()).split("\\.");
                String[] others = peer.token("u-2", API, Map.of()).split("\\.");
                yield parts[0] + '.' + others[1] + '.' + parts[2];
            }
            case OF_A_TYPE_THAT_IS_NO_TOKEN -> {
                SignedJWT token = new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .type(new com.nimbusds.jose.JOSEObjectType("logout+jwt"))
                                .keyID("key-1")
                                .build(),
                        good);
                token.sign(new RSASSASigner(stranger));
                yield token.serialize();
            }
            case NONSENSE -> "a.b.c";
        };
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(peer.name())
                .subject("u-1")
                .audience(API)
                .expirationTime(Date.from(Instant.now().plusSeconds(600)));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Test
    void whatIsNoTokenIsForOthers() {
        assertThat(tokens.verify("sk_live_0123456789")).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aTokenEndsWhenItExpiresAlthoughItIsRemembered() {
        String token = peer.token("u-1", API, Map.of(), Duration.ofMinutes(10));
        granted(token);
        issuer.close();
        Instant later = Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(31);
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        open(settings("roles", Optional.empty(), Optional.empty()), Duration.ofMinutes(5), now::get);
        granted(token);
        now.set(later);

        assertThat(tokens.verify(token)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anotherKeyOfTheIssuerIsTakenAtOnce() {
        granted(peer.token("u-1", API, Map.of()));
        String before = peer.token("u-2", API, Map.of());
        peer.changeKey();

        granted(peer.token("u-3", API, Map.of()));
        assertThat(tokens.verify(before)).as("its key is withdrawn").isNotInstanceOf(Verdict.Granted.class);
    }

    @Test
    void whileTheIssuerIsDownItsKnownKeysGoOnAndOthersAreUndecided() {
        issuer.close();
        open(settings("roles", Optional.empty(), Optional.empty()), Duration.ofSeconds(1), Clock.systemUTC());
        granted(peer.token("u-1", API, Map.of()));
        String known = peer.token("u-2", API, Map.of());
        peer.changeKey();
        String unknown = peer.token("u-3", API, Map.of());
        peer.stop();
        Instant expired = Instant.now().plusMillis(1200);
        org.awaitility.Awaitility.await().until(() -> Instant.now().isAfter(expired));

        granted(known);
        assertThat(tokens.verify(unknown)).isInstanceOf(Verdict.Undecided.class);
        granted(known);

        peer.start();
        moved.addAndGet(Attempts.PAUSE.toNanos() + 1);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(tokens.verify(unknown)).isInstanceOf(Verdict.Granted.class));
    }

    @Test
    void anIssuerThatNeverAnsweredLeavesEverythingUndecidedAndHoldsNobodyForLong() throws Exception {
        String token = peer.token("u-1", API, Map.of());
        issuer.close();
        open(
                settings("roles", Optional.empty(), Optional.empty()),
                Duration.ofMinutes(5),
                Clock.systemUTC(),
                Duration.ofSeconds(2));
        peer.stop();
        try (ServerSocket silent =
                new ServerSocket(URI.create(peer.name()).getPort(), 200, InetAddress.getLoopbackAddress())) {
            ExecutorService threads = Executors.newFixedThreadPool(40);
            long begin = System.nanoTime();
            List<Callable<Verdict>> calls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                calls.add(() -> tokens.verify(token));
            }
            for (Future<Verdict> verdict : threads.invokeAll(calls)) {
                assertThat(verdict.get()).isInstanceOf(Verdict.Undecided.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
            begin = System.nanoTime();
            assertThat(tokens.verify(token)).isInstanceOf(Verdict.Undecided.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            threads.shutdownNow();
            assertThat(silent.isBound()).isTrue();
        }
    }
}
