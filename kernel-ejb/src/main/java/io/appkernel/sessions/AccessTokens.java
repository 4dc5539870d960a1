package io.appkernel.sessions;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.KnownTokens;
import io.appkernel.auth.Verdict;
import io.appkernel.roles.Bearer;
import io.appkernel.roles.Roles;
import io.appkernel.tokens.Claims;
import io.appkernel.tokens.Tokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Takes access tokens. What one says is read, its signature checked and its login looked up once, and remembered under its
 * digest; whether the login stands is looked at each time. Whoever keeps the verifiers keeps the one instance.
 */
@Dependent
class AccessTokens implements CredentialVerifier {
    private static final Verdict REFUSED = new Verdict.Refused("The token is not valid or has expired.");

    private final Tokens tokens;
    private final Roles roles;
    private final Standing standing;
    private final Runnable used;
    private final Clock clock;
    private final boolean on;
    private final KnownTokens<Known> known;

    @Inject
    AccessTokens(
            Tokens tokens, Roles roles, Sessions sessions, SessionWatch watch, AuthSettings settings, Clock clock) {
        this(tokens, roles, sessions, watch::begin, settings, clock);
    }

    /** @param used what begins with the first token */
    AccessTokens(Tokens tokens, Roles roles, Sessions sessions, Runnable used, AuthSettings settings, Clock clock) {
        this.tokens = tokens;
        this.roles = roles;
        this.standing = sessions.standing();
        this.used = used;
        this.clock = clock;
        this.on = settings.mode() == AuthMode.LOCAL;
        this.known = new KnownTokens<>(tokens.lifetime());
    }

    /** What a token says, until when it is good, and who shows it. */
    private record Known(Claims claims, long expiresMillis, Bearer bearer) {}

    @Override
    public Verdict verify(String token) {
        if (!on || !Tokens.isToken(token)) {
            return new Verdict.Unknown();
        }
        used.run();
        return known.get(token, this::read)
                .filter(found -> clock.millis() < found.expiresMillis())
                .filter(found ->
                        standing.isGood(found.claims().session(), found.claims().generation()))
                .map(found -> found.bearer().verdict(roles))
                .orElse(REFUSED);
    }

    private Optional<Known> read(String token) {
        return tokens.check(token)
                .filter(checked -> standing.isListed(checked.claims()))
                .map(checked -> new Known(checked.claims(), end(checked), new Bearer(() -> caller(checked))));
    }

    /** A role that was assigned for a time takes the token that names it along. */
    private long end(Claims.Checked checked) {
        Set<String> assigned = new HashSet<>(checked.claims().roles());
        assigned.remove(checked.claims().role());
        return assigned.isEmpty()
                ? checked.expiresMillis()
                : roles.firstEnd(checked.claims().userId(), assigned)
                        .map(Instant::toEpochMilli)
                        .filter(first -> first < checked.expiresMillis())
                        .orElse(checked.expiresMillis());
    }

    private Caller caller(Claims.Checked checked) {
        Claims claims = checked.claims();
        return new Caller(
                claims.userId(),
                claims.email(),
                claims.role(),
                claims.roles(),
                CallerKind.USER,
                roles.scopes(claims.roles()),
                Optional.empty(),
                checked.all());
    }
}
