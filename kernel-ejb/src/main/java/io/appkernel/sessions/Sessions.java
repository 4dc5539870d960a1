package io.appkernel.sessions;

import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.roles.Roles;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.Claims;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Logins: begun, refreshed, ended. A flow of an app's own that has found out who somebody is begins one here and gets
 * tokens that every route takes. Changes inside a transaction hold when it commits. To inject. Thread-safe.
 *
 * <pre>{@code
 * TokenPair pair = sessions.begin(user, Client.unknown());
 * }</pre>
 */
public final class Sessions {
    private static final int SALT_BYTES = 24;

    private final SessionTable table;
    private final Standing standing;
    private final Db db;
    private final Keyring keyring;
    private final Tokens tokens;
    private final Users users;
    private final Roles roles;
    private final SessionSettings settings;
    private final InstantSource clock;
    private final KernelLog log;
    private final SecureRandom random = new SecureRandom();

    /** Logins that this database keeps. */
    public Sessions(
            Database database,
            Db db,
            Keyring keyring,
            Tokens tokens,
            Users users,
            Roles roles,
            Signals signals,
            SessionSettings settings,
            InstantSource clock,
            KernelLog log) {
        this.table = new SessionTable(db, database.dialect());
        this.standing = new Standing(table, signals, clock, tokens.lifetime());
        this.db = db;
        this.keyring = keyring;
        this.tokens = tokens;
        this.users = users;
        this.roles = roles;
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    Standing standing() {
        return standing;
    }

    /**
     * Begins a login of somebody whose identity is proven, as the account is now.
     *
     * @param proven the account as it was when that began: a login that has begun before the password was changed ends
     *     with the others
     * @throws KernelException forbidden, when the account is not active
     * @throws OvertakenException when the password has changed since, or the account is gone
     */
    public TokenPair begin(User proven, Client client) {
        return begin(proven, client, now -> {});
    }

    /**
     * The same, if the account as it is now meets a condition; what that throws refuses the login. It is asked in the
     * transaction in which the login begins, and again when that is done again: where accounts are locked ({@link
     * Users#locks}), who changes the account after the condition was asked finds the login.
     */
    public TokenPair begin(User proven, Client client, Consumer<User> condition) {
        boolean again = !users.locks() && !db.isInTransaction();
        TokenPair pair = db.inTransaction(() -> {
            User now = still(proven, users.locked(proven.id()));
            condition.accept(now);
            return begun(now, client);
        });
        if (again) {
            confirm(pair);
        }
        return pair;
    }

    private static User still(User proven, Optional<User> found) {
        User now = found.filter(user -> user.passwordHash().equals(proven.passwordHash()))
                .orElseThrow(OvertakenException::new);
        requireActive(now);
        return now;
    }

    /** The account may have changed meanwhile; who changes it from now on finds the login. */
    private void confirm(TokenPair pair) {
        try {
            User now = still(pair.user(), users.byId(pair.user().id()));
            if (!now.role().equals(pair.user().role())) {
                throw new OvertakenException();
            }
        } catch (KernelException e) {
            end(pair.sessionId(), clock.millis());
            throw e;
        }
    }

    private TokenPair begun(User user, Client client) {
        long now = clock.millis();
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        SessionTable.Row row = new SessionTable.Row(
                UuidCreator.getTimeOrderedEpochFast().toString(),
                user.id(),
                Base64.getUrlEncoder().withoutPadding().encodeToString(salt),
                0,
                0,
                now,
                now,
                expiry(now),
                0,
                client.ip(),
                client.userAgent());
        table.beyond(user.id(), now, settings.maxSessions() - 1).forEach(oldest -> end(oldest.id(), now));
        table.insert(row);
        return pair(row, 0, user);
    }

    private static void requireActive(User user) {
        if (!user.active()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "This account is not active. Ask an administrator.");
        }
    }

    private long expiry(long now) {
        return now + settings.refreshTokenLifetime().toMillis();
    }

    private TokenPair pair(SessionTable.Row row, long turn, User user) {
        Set<String> held = roles.of(user);
        Claims claims =
                new Claims(user.id(), user.email(), user.username(), user.role(), held, row.id(), row.generation());
        return new TokenPair(
                tokens.issue(claims), RefreshToken.of(keyring, row, turn).text(), tokens.lifetime(), row.id(), user);
    }

    /**
     * Exchanges a refresh token for the next pair. A token that was exchanged before ends the login, for two have it and
     * one of them stole it; but not within the grace, in which one client that refreshes several times at once gets the
     * same refresh token each time.
     *
     * @throws KernelException unauthenticated, when the token is no good
     */
    public TokenPair refresh(String refreshToken, Client client) {
        RefreshToken token = RefreshToken.parse(refreshToken).orElseThrow(Sessions::refused);
        long now = clock.millis();
        SessionTable.Row row = found(token, now);
        if (token.turn() == row.turn() && table.turn(row, now, expiry(now), client)) {
            return pair(row, row.turn() + 1, userOf(row));
        }
        return again(token, found(token, now));
    }

    private SessionTable.Row found(RefreshToken token, long now) {
        return table.get(token.session())
                .filter(row -> token.isOurs(keyring, row) && row.stands(now))
                .orElseThrow(Sessions::refused);
    }

    /** Somebody was quicker: the same client a moment ago, or long ago somebody else. */
    private TokenPair again(RefreshToken token, SessionTable.Row row) {
        Duration since = Duration.ofMillis(clock.millis() - row.turnedMillis());
        if (token.turn() == row.turn() - 1 && since.compareTo(settings.refreshGrace()) <= 0) {
            return pair(row, row.turn(), userOf(row));
        }
        log.warn(
                "a refresh token was used twice, so its login has ended",
                "user_id",
                row.userId(),
                "session_id",
                row.id());
        end(row.id(), clock.millis());
        throw refused();
    }

    private User userOf(SessionTable.Row row) {
        return users.byId(row.userId()).filter(User::active).orElseThrow(Sessions::refused);
    }

    private static KernelException refused() {
        return new KernelException(ErrorCode.UNAUTHENTICATED, "The refresh token is not valid. Log in again.");
    }

    /** The login that a refresh token belongs to, if it is one of ours and the login stands. */
    public Optional<Session> of(String refreshToken) {
        long now = clock.millis();
        return RefreshToken.parse(refreshToken)
                .flatMap(token -> table.get(token.session()).filter(row -> token.isOurs(keyring, row)))
                .filter(row -> row.stands(now))
                .map(Sessions::view);
    }

    /** A user's logins that stand, the one used last first. */
    public List<Session> ofUser(String userId) {
        return table.of(userId, clock.millis()).stream().map(Sessions::view).toList();
    }

    private static Session view(SessionTable.Row row) {
        return new Session(
                row.id(),
                row.userId(),
                Instant.ofEpochMilli(row.createdMillis()),
                Instant.ofEpochMilli(row.turnedMillis()),
                Instant.ofEpochMilli(row.expiresMillis()),
                row.ip(),
                row.userAgent());
    }

    /** Whether a user has this login, and it has not ended. */
    public boolean stands(String userId, String sessionId) {
        long now = clock.millis();
        return table.get(sessionId)
                .filter(row -> row.userId().equals(userId) && row.stands(now))
                .isPresent();
    }

    /** Ends one login of this user on every instance; false when there is none such. */
    public boolean end(String userId, String sessionId) {
        return table.get(sessionId).filter(row -> row.userId().equals(userId)).isPresent()
                && end(sessionId, clock.millis());
    }

    private boolean end(String sessionId, long now) {
        boolean ended = table.end(sessionId, now);
        if (ended) {
            db.afterCommit(() -> standing.tellEnded(sessionId));
        }
        return ended;
    }

    /** Ends every login of a user on every instance, and those that are about to begin; answers how many stood. */
    public int endAll(String userId) {
        return end(userId, row -> true);
    }

    /** The same but for one. */
    public int endOthers(String userId, String sessionId) {
        return end(userId, row -> !row.id().equals(sessionId));
    }

    private int end(String userId, Predicate<SessionTable.Row> wanted) {
        return db.inTransaction(() -> {
            long now = clock.millis();
            return (int) held(userId).stream()
                    .filter(wanted)
                    .filter(row -> end(row.id(), now) && row.expiresMillis() > now)
                    .count();
        });
    }

    /** After whoever begins a login of theirs, and before whoever begins the next. */
    private List<SessionTable.Row> held(String userId) {
        users.locked(userId);
        return table.locked(userId);
    }

    /**
     * What the user may do has changed: access tokens issued until now are refused on every instance, and a refresh
     * brings one that says how it is.
     */
    public void outdate(String userId) {
        db.inTransaction(() -> {
            long now = clock.millis();
            for (SessionTable.Row row : held(userId)) {
                if (table.nextGeneration(row.id(), now)) {
                    db.afterCommit(() -> standing.tellGeneration(row.id(), row.generation() + 1));
                }
            }
        });
    }

    /** Forgets logins that ended or expired so long ago that nobody asks for them. */
    int purge() {
        return table.purge(
                clock.millis() - tokens.lifetime().plus(Duration.ofDays(1)).toMillis());
    }
}
