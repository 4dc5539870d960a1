package io.appkernel.apikeys;

import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.auth.Caller;
import io.appkernel.auth.Scopes;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.roles.Roles;
import io.appkernel.signals.Signals;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keys for programs. A key acts for its owner and for as long as the owner is active, limited to its scopes. Changes hold
 * on every instance when their transaction commits. To inject. Thread-safe.
 */
public final class ApiKeys {
    /** The claim of a caller that names the key. */
    public static final String KEY_CLAIM = "key_id";

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Db db;
    private final ApiKeyTable table;
    private final KnownKeys known;
    private final LastUsed used = new LastUsed();
    private final Wishes wishes;
    private final ApiKeySettings settings;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** Keys that this database keeps. */
    public ApiKeys(
            Database database,
            Db db,
            Roles roles,
            Signals signals,
            Json json,
            ApiKeySettings settings,
            InstantSource clock) {
        this.db = db;
        this.table = new ApiKeyTable(db, database.dialect(), json);
        this.known = new KnownKeys(db, table, roles, signals, clock, used);
        this.wishes = new Wishes(roles);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes a key. Of keys only an admin's makes others, with no scope, no time and no workspace beyond its own.
     *
     * @throws KernelException invalid, naming the field; forbidden, for scopes that the caller may not give; a conflict,
     *     when the owner has as many keys as they may have
     */
    public IssuedKey create(Caller caller, NewApiKey wish) {
        String owner = wishes.owner(caller, wish);
        wishes.check(caller, wish);
        Optional<ApiKeyTable.Row> maker = keyOf(caller);
        long now = clock.millis();
        long expires = wish.expiresInDays()
                .map(days -> now + Duration.ofDays(days).toMillis())
                .orElse(0L);
        Secret secret = Secret.random(random);
        ApiKeyTable.Row row = new ApiKeyTable.Row(
                UuidCreator.getTimeOrderedEpochFast().toString(),
                owner,
                wish.name().strip(),
                secret.prefix(),
                secret.digest(),
                Optional.empty(),
                0,
                wish.scopes(),
                wish.workspaceId().or(caller::workspaceId),
                now,
                maker.map(key -> sooner(expires, key.expiresMillis())).orElse(expires),
                0);
        db.inTransaction(() -> {
            if (table.of(owner).size() >= settings.maxApiKeys()) {
                throw new KernelException(
                        ErrorCode.CONFLICT,
                        "There are " + settings.maxApiKeys() + " API keys already: revoke one that is not used.");
            }
            table.insert(row);
            db.afterCommit(() -> known.tell(row));
        });
        return new IssuedKey(view(row), secret.text());
    }

    /** The key that the caller shows, if it is one. */
    private Optional<ApiKeyTable.Row> keyOf(Caller caller) {
        return caller.isLimited() && caller.claims().get(KEY_CLAIM) instanceof String id
                ? table.get(id)
                : Optional.empty();
    }

    private static long sooner(long one, long other) {
        if (one == 0 || other == 0) {
            return Math.max(one, other);
        }
        return Math.min(one, other);
    }

    /** Whether anybody has a key that was not revoked and has not expired. */
    boolean isAny() {
        return table.isAny(clock.millis());
    }

    /** A user's keys that were not revoked, the newest first; those that have expired are among them. */
    public List<ApiKey> ofUser(String userId) {
        return table.of(userId).stream().map(this::view).toList();
    }

    /** A key that the caller may see: one of their own, and any for admins. */
    public Optional<ApiKey> get(Caller caller, String id) {
        return seen(caller, id).map(this::view);
    }

    private Optional<ApiKeyTable.Row> seen(Caller caller, String id) {
        return table.get(id).filter(row -> row.userId().equals(caller.id()) || caller.isAdmin());
    }

    /**
     * Ends a key that the caller may see; false when there is none such.
     *
     * @throws KernelException forbidden, when a key is to end one that may do more
     */
    public boolean revoke(Caller caller, String id) {
        Optional<ApiKeyTable.Row> row = seen(caller, id);
        row.ifPresent(key -> requireReach(caller, key));
        return row.isPresent() && db.inTransaction(() -> revoked(id).isPresent());
    }

    /** Ends every key of a user; answers how many. */
    public int revokeAll(String userId) {
        return db.inTransaction(() -> (int) table.of(userId).stream()
                .filter(row -> revoked(row.id()).isPresent())
                .count());
    }

    /** The key as it was when it ended, with whatever secret it had last; empty when it had ended before. */
    private Optional<ApiKeyTable.Row> revoked(String id) {
        if (!table.revoke(id, clock.millis())) {
            return Optional.empty();
        }
        Optional<ApiKeyTable.Row> last = table.last(id);
        last.ifPresent(row -> db.afterCommit(() -> known.tell(row)));
        return last;
    }

    /**
     * Gives a key of the caller's own another secret; the old one stays good for the grace. Empty when there is none
     * such.
     *
     * @param grace that of the settings when empty
     * @throws KernelException forbidden, when a key is to rotate another; a conflict, when the key was rotated at the
     *     same time
     */
    public Optional<IssuedKey> rotate(Caller caller, String id, Optional<Duration> grace) {
        Duration kept = Wishes.grace(grace.orElse(settings.apiKeyRotationGrace()));
        return table.get(id).filter(row -> row.userId().equals(caller.id())).map(row -> {
            requireItself(caller, row);
            Secret secret = Secret.random(random);
            long oldUntil = clock.millis() + kept.toMillis();
            db.inTransaction(() -> {
                if (!table.rotate(row, secret, oldUntil)) {
                    throw new KernelException(ErrorCode.CONFLICT, "The key was rotated or revoked at the same time.");
                }
                db.afterCommit(() -> known.tell(row));
            });
            return new IssuedKey(
                    table.get(id).map(this::view).orElseThrow(() -> new IllegalStateException("A key went away")),
                    secret.text());
        });
    }

    /** A key ends itself and those that may do no more; an admin's ends all. */
    private static void requireReach(Caller caller, ApiKeyTable.Row row) {
        boolean within = isItself(caller, row)
                || Scopes.allowAll(caller.limits(), row.scopes())
                        && (caller.workspaceId().isEmpty()
                                || caller.workspaceId().equals(row.workspaceId()));
        if (caller.isLimited() && !caller.isAdmin() && !within) {
            throw new KernelException(
                    ErrorCode.FORBIDDEN, "This key may do more than the one you show. Use one with its scopes.");
        }
    }

    private static boolean isItself(Caller caller, ApiKeyTable.Row row) {
        return row.id().equals(caller.claims().get(KEY_CLAIM));
    }

    /** With the secret of another key it might do more, or for longer. */
    private static void requireItself(Caller caller, ApiKeyTable.Row row) {
        if (caller.isLimited() && !isItself(caller, row)) {
            throw new KernelException(ErrorCode.FORBIDDEN, "A key rotates only itself. Sign in to rotate another one.");
        }
    }

    Verdict verify(String secret) {
        return known.verify(new Secret(secret));
    }

    /** Writes when keys were used. */
    void writeUses() {
        used.write(table);
    }

    /** Forgets keys that were revoked long ago. */
    int purge() {
        return table.purge(clock.millis() - REMEMBERED.toMillis());
    }

    private ApiKey view(ApiKeyTable.Row row) {
        long lastUsed = Math.max(row.lastUsedMillis(), used.of(row.id()).orElse(0L));
        return new ApiKey(
                row.id(),
                row.userId(),
                row.name(),
                row.prefix(),
                row.scopes(),
                row.workspaceId(),
                Instant.ofEpochMilli(row.createdMillis()),
                moment(row.expiresMillis()),
                moment(lastUsed));
    }

    private static Optional<Instant> moment(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
