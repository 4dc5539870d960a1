package io.appkernel.apikeys;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.Scopes;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Db;
import io.appkernel.roles.Holder;
import io.appkernel.roles.Roles;
import io.appkernel.signals.Remembered;
import io.appkernel.signals.Signals;
import io.appkernel.users.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether keys are good, and who calls with them. A key is remembered under the digest of its secret, and its caller as
 * long as the key, its owner and what their roles allow stay the same. Thread-safe.
 */
final class KnownKeys {
    private static final String TOPIC = "api-key";
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Verdict REFUSED = new Verdict.Refused("The API key is not valid, was revoked or has expired.");

    private final Db db;
    private final ApiKeyTable table;
    private final Roles roles;
    private final InstantSource clock;
    private final LastUsed used;
    private final Remembered<Known> remembered;

    KnownKeys(Db db, ApiKeyTable table, Roles roles, Signals signals, InstantSource clock, LastUsed used) {
        this.db = db;
        this.table = table;
        this.roles = roles;
        this.clock = clock;
        this.used = used;
        this.remembered = new Remembered<>(signals, TOPIC, MOST, LONGEST);
    }

    /** A key as it was read, and the caller it stood for when it was used last. */
    private static final class Known {
        private final Optional<ApiKeyTable.Row> row;
        private volatile @Nullable Bearer bearer;

        Known(Optional<ApiKeyTable.Row> row) {
            this.row = row;
        }
    }

    /** A caller, and what it was made of. */
    private record Bearer(Holder holder, long rights, Verdict verdict) {}

    Verdict verify(Secret secret) {
        if (!secret.isWellFormed()) {
            return REFUSED;
        }
        String digest = secret.digest();
        Known known = remembered.get(digest, any -> new Known(table.byDigest(digest)), !db.isInTransaction());
        long now = clock.millis();
        if (known.row.isEmpty() || !known.row.get().isGood(digest, now)) {
            return REFUSED;
        }
        ApiKeyTable.Row row = known.row.get();
        Optional<Holder> owner = roles.holder(row.userId());
        if (owner.isEmpty()) {
            return REFUSED;
        }
        used.note(row.id(), now);
        return bearer(known, row, owner.get()).verdict();
    }

    private Bearer bearer(Known known, ApiKeyTable.Row row, Holder owner) {
        long rights = roles.version();
        Bearer bearer = known.bearer;
        if (bearer == null || !bearer.holder().equals(owner) || bearer.rights() != rights) {
            bearer = new Bearer(owner, rights, new Verdict.Granted(caller(row, owner)));
            known.bearer = bearer;
        }
        return bearer;
    }

    /** The owner, as far as the key lets them. */
    private Caller caller(ApiKeyTable.Row row, Holder owner) {
        Set<String> scopes = Scopes.common(row.scopes(), roles.scopes(owner.roles()));
        Set<String> held = new HashSet<>(owner.roles());
        if (!Scopes.allow(scopes, Caller.ADMIN)) {
            held.remove(Caller.ADMIN);
        }
        String role = held.contains(owner.role()) ? owner.role() : User.ROLE;
        held.add(role);
        return new Caller(
                owner.userId(),
                owner.email(),
                role,
                held,
                CallerKind.API_KEY,
                scopes,
                row.workspaceId(),
                Map.of(
                        "sub",
                        owner.userId(),
                        ApiKeys.KEY_CLAIM,
                        row.id(),
                        Caller.SCOPE,
                        String.join(" ", row.scopes().stream().sorted().toList())));
    }

    /** Tells every node that the secrets of a key are not what they were; after the commit. */
    void tell(ApiKeyTable.Row row) {
        remembered.tell(row.digest());
        row.oldDigest().ifPresent(remembered::tell);
    }
}
