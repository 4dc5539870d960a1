package io.appkernel.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.CredentialVerifier;
import io.appkernel.auth.Verdict;
import io.appkernel.roles.Roles;
import io.appkernel.tokens.Claims;
import io.appkernel.tokens.Tokens;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes access tokens. What one says is read and its signature checked once, and remembered under its digest; whether its
 * login stands is looked at each time.
 */
@Singleton
class AccessTokens implements CredentialVerifier {
    private static final int MOST = 10_000;
    private static final Verdict REFUSED = new Verdict.Refused("The token is not valid or has expired.");

    private final Tokens tokens;
    private final Roles roles;
    private final Standing standing;
    private final Runnable used;
    private final Clock clock;
    private final boolean on;
    private final Cache<ByteBuffer, Known> known;

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
        Duration lifetime = tokens.lifetime();
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(lifetime)
                .executor(Runnable::run)
                .build();
    }

    private record Known(Verdict.Granted verdict, long expiresMillis, String session, long generation) {}

    @Override
    public Verdict verify(String token) {
        if (!on || !Tokens.isToken(token)) {
            return new Verdict.Unknown();
        }
        used.run();
        ByteBuffer digest = digest(token);
        Known found = known.getIfPresent(digest);
        if (found == null) {
            found = read(token).orElse(null);
            if (found == null) {
                return REFUSED;
            }
            known.put(digest, found);
        }
        boolean good = clock.millis() < found.expiresMillis() && standing.isGood(found.session(), found.generation());
        return good ? found.verdict() : REFUSED;
    }

    private Optional<Known> read(String token) {
        return tokens.check(token).map(checked -> {
            Claims claims = checked.claims();
            Caller caller = new Caller(
                    claims.userId(),
                    claims.email(),
                    claims.role(),
                    claims.roles(),
                    CallerKind.USER,
                    roles.scopes(claims.roles()),
                    Optional.empty(),
                    checked.all());
            return new Known(
                    new Verdict.Granted(caller), checked.expiresMillis(), claims.session(), claims.generation());
        });
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
