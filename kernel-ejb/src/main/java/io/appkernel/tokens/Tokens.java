package io.appkernel.tokens;

import com.github.f4b6a3.uuid.UuidCreator;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes access tokens and tells whether one is genuine. Whether its login still stands is for {@code sessions} to say; a
 * flow of an app's own begins one there. Thread-safe.
 */
@SuppressWarnings("JavaUtilDate") // the library's
public final class Tokens {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "sid", "gen", "role", "groups");

    private final SigningKeys keys;
    private final TokenSettings settings;
    private final String issuer;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** @param name what the service is called, which issues tokens when no other issuer is set */
    public Tokens(SigningKeys keys, TokenSettings settings, String name, InstantSource clock) {
        this.keys = keys;
        this.settings = settings;
        this.issuer = settings.issuer().orElse(name);
        this.clock = clock;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(keys.algorithm(), keys));
        processor.setJWTClaimsSetVerifier(new Verifier());
    }

    /** How long a token is good from when it is issued. */
    public Duration lifetime() {
        return settings.accessTokenLifetime();
    }

    /** A signed token. */
    public String issue(Claims claims) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder set = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(claims.userId())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLifetime())))
                .jwtID(UuidCreator.getTimeOrderedEpochFast().toString())
                .claim("upn", claims.username().orElse(claims.email()))
                .claim("email", claims.email())
                .claim("role", claims.role())
                .claim("groups", List.copyOf(claims.roles()))
                .claim("sid", claims.session())
                .claim("gen", claims.generation());
        settings.audience().ifPresent(set::audience);
        SigningKeys.Signing signing = keys.signing();
        JWSHeader.Builder header = new JWSHeader.Builder(keys.algorithm()).type(TYPE);
        signing.id().ifPresent(header::keyID);
        return sign(new SignedJWT(header.build(), set.build()), signing.signer());
    }

    private static String sign(SignedJWT token, JWSSigner signer) {
        try {
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("The key for access tokens does not sign", e);
        }
    }

    /** Whether a text looks like a token at all. Quick, and says nothing of its worth. */
    public static boolean isToken(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return first > 0 && second > 0 && text.indexOf('.', second + 1) < 0;
    }

    /** What the token says, if it is genuine and not expired; the reason is for logs and never repeats the token. */
    public Optional<Claims.Checked> check(String token) {
        try {
            return Optional.of(checked(processor.process(token, null)));
        } catch (ParseException | BadJOSEException e) {
            return Optional.empty();
        } catch (JOSEException e) {
            throw new IllegalStateException("The keys for access tokens cannot be used", e);
        } catch (IllegalArgumentException | ClassCastException e) {
            // What the parser lets pass and no token of ours looks like.
            return Optional.empty();
        }
    }

    private static Claims.Checked checked(JWTClaimsSet set) throws ParseException {
        Claims claims = new Claims(
                set.getSubject(),
                orEmpty(set.getStringClaim("email")),
                Optional.ofNullable(set.getStringClaim("upn")),
                set.getStringClaim("role"),
                Set.copyOf(set.getStringListClaim("groups")),
                set.getStringClaim("sid"),
                set.getLongClaim("gen"));
        return new Claims.Checked(claims, set.getExpirationTime().getTime(), standard(set));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** As MicroProfile has the claims: times in seconds. */
    private static Map<String, Object> standard(JWTClaimsSet set) {
        Map<String, Object> all = new TreeMap<>();
        set.getClaims().forEach((name, value) -> {
            if (value instanceof Date date) {
                all.put(name, date.getTime() / 1000);
            } else if (value != null) {
                all.put(name, name.equals("groups") || name.equals("aud") ? Set.copyOf((List<?>) value) : value);
            }
        });
        return all;
    }

    /** What others need to check our tokens, as a JWK set; without keys where tokens are signed with a secret. */
    public Map<String, Object> published() {
        return keys.published();
    }

    /** Does what is due now and then for the keys. Not for calls inside a transaction. */
    public void tend() {
        keys.tend();
    }

    /** The library's checks, by our clock and without its minute of tolerance: we issue the tokens ourselves. */
    private final class Verifier extends DefaultJWTClaimsVerifier<SecurityContext> {
        Verifier() {
            super(
                    settings.audience().map(Set::of).orElse(null),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    REQUIRED,
                    null);
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
