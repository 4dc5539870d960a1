package io.appkernel.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.KnownTokens;
import io.appkernel.auth.Verdict;
import io.appkernel.roles.Bearer;
import io.appkernel.roles.Roles;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.User;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes the tokens of one trusted issuer. Thread-safe. */
@SuppressWarnings("JavaUtilDate") // the library's
final class ExternalTokens implements CredentialVerifier {
    private static final Verdict REFUSED = new Verdict.Refused("The token is not valid or has expired.");
    private static final Verdict UNDECIDED = new Verdict.Undecided(
            "The keys of the token's issuer cannot be had now. Try again in a moment.", Attempts.PAUSE);

    /** A key that the issuer has withdrawn is good for so long with tokens that were seen before. */
    private static final Duration KNOWN_FOR = Duration.ofMinutes(5);

    private static final String SUBJECT = "sub";
    private static final String EXPIRY = "exp";
    private static final String SET = "aud";

    private final ExternalSettings settings;
    private final Roles roles;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    private final KnownTokens<Known> known = new KnownTokens<>(KNOWN_FOR);

    private record Known(Bearer bearer, long expiresMillis) {}

    ExternalTokens(Issuer issuer, ExternalSettings settings, Roles roles, InstantSource clock) {
        this.settings = settings;
        this.roles = roles;
        this.clock = clock;
        Set<JWSAlgorithm> algorithms =
                settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet());
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithms, issuer.keys()));
        processor.setJWTClaimsSetVerifier(new Verifier(issuer.name()));
    }

    @Override
    public Verdict verify(String token) {
        if (!Tokens.isToken(token)) {
            return new Verdict.Unknown();
        }
        try {
            return known.get(token, this::read)
                    .filter(found -> clock.millis() < found.expiresMillis())
                    .map(found -> found.bearer().verdict(roles))
                    .orElse(REFUSED);
        } catch (KeySourceException e) {
            return UNDECIDED;
        }
    }

    private Optional<Known> read(String token) throws KeySourceException {
        try {
            JWTClaimsSet set = processor.process(token, null);
            if (set.getSubject().isBlank()) {
                return Optional.empty();
            }
            long expires =
                    set.getExpirationTime().getTime() + settings.clockSkew().toMillis();
            caller(set); // What does not fit is refused here and now.
            return Optional.of(new Known(new Bearer(() -> caller(set)), expires));
        } catch (KeySourceException e) {
            throw e;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        } catch (IllegalArgumentException | ClassCastException e) {
            // What the parser lets pass and no issuer writes.
            return Optional.empty();
        }
    }

    private Caller caller(JWTClaimsSet set) {
        Map<String, Object> claims = set.getClaims();
        Set<String> held = new LinkedHashSet<>(new ClaimPath(settings.rolesClaim()).words(claims));
        if (held.isEmpty()) {
            held.add(User.ROLE);
        }
        String role =
                held.contains(Caller.ADMIN) ? Caller.ADMIN : held.iterator().next();
        return new Caller(
                set.getSubject(),
                email(claims),
                role,
                held,
                CallerKind.USER,
                settings.scopesClaim()
                        .map(claim -> new ClaimPath(claim).words(claims))
                        .orElseGet(() -> roles.scopes(held)),
                settings.workspaceClaim().flatMap(claim -> new ClaimPath(claim).text(claims)),
                standard(claims));
    }

    /** An address that the issuer itself calls unproven is none: others are told apart by theirs. */
    private String email(Map<String, Object> claims) {
        boolean unproven = Boolean.FALSE.equals(claims.get("email_verified"));
        return unproven ? "" : new ClaimPath(settings.emailClaim()).text(claims).orElse("");
    }

    /** As MicroProfile has the claims: times in seconds. */
    private static Map<String, Object> standard(Map<String, Object> claims) {
        Map<String, Object> all = new TreeMap<>();
        claims.forEach((name, value) -> {
            if (value instanceof Date date) {
                all.put(name, date.getTime() / 1000);
            } else if (name.equals(SET) && value instanceof Iterable<?> list) {
                Set<Object> audience = new LinkedHashSet<>();
                list.forEach(audience::add);
                all.put(name, audience);
            } else if (value != null) {
                all.put(name, value);
            }
        });
        return all;
    }

    /** The library's checks, by our clock. */
    private final class Verifier extends DefaultJWTClaimsVerifier<SecurityContext> {
        Verifier(String issuer) {
            super(
                    settings.audience().isEmpty() ? null : Set.copyOf(settings.audience()),
                    new JWTClaimsSet.Builder().issuer(issuer).build(),
                    Set.of(SUBJECT, EXPIRY),
                    null);
            setMaxClockSkew(Math.toIntExact(settings.clockSkew().toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
