package io.appkernel.login;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Tokens that are good once and for a while, for who reads a mailbox or a log. Only their digests are stored. Thread-safe. */
final class OneTimeTokens {
    static final String TABLE = "kernel_auth_tokens";
    private static final int BYTES = 32;

    private final Db db;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final String insert;
    private final String select;
    private final String take;
    private final String newest;
    private final String drop;
    private final String purge;

    OneTimeTokens(Database database, Db db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
        Dialect dialect = database.dialect();
        String table = "[" + TABLE + "]";
        this.insert = dialect.sql("INSERT INTO " + table
                + " ([digest], [purpose], [user_id], [detail], [created_ms], [expires_ms]) VALUES (?, ?, ?, ?, ?, ?)");
        this.select = dialect.sql("SELECT [user_id], [detail] FROM " + table
                + " WHERE [digest] = ? AND [purpose] = ? AND [expires_ms] > ?");
        this.take = dialect.sql("DELETE FROM " + table + " WHERE [digest] = ? AND [purpose] = ? AND [expires_ms] > ?");
        this.newest = dialect.sql("SELECT MAX([created_ms]) FROM " + table + " WHERE [user_id] = ? AND [purpose] = ?");
        this.drop = dialect.sql("DELETE FROM " + table + " WHERE [user_id] = ? AND [purpose] = ?");
        this.purge = dialect.sql("DELETE FROM " + table + " WHERE [expires_ms] < ?");
    }

    /** What a token is good for. */
    enum Purpose {
        VERIFY,
        RESET,
        SETUP
    }

    /** Whose token it is, and what was said when it was made. */
    record Holder(String userId, String detail) {}

    /** A new token, and forgets those that have expired. */
    String issue(Purpose purpose, Holder holder, Duration lifetime) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.millis();
        db.update(purge, now);
        db.update(
                insert,
                Digest.of(token),
                purpose.name(),
                holder.userId(),
                holder.detail(),
                now,
                now + lifetime.toMillis());
        return token;
    }

    /** Whose it is, if it is good. */
    Optional<Holder> find(Purpose purpose, String token) {
        return db
                .rows(
                        select,
                        row -> new Holder(row.getString(1), row.getString(2)),
                        Digest.of(token),
                        purpose.name(),
                        clock.millis())
                .stream()
                .findFirst();
    }

    /** Uses it up; of those that try at once one is told true. */
    boolean take(Purpose purpose, String token) {
        return db.update(take, Digest.of(token), purpose.name(), clock.millis()) == 1;
    }

    /** Whether one was made for somebody within that time. */
    boolean isRecent(Purpose purpose, String userId, Duration within) {
        long since = clock.millis() - within.toMillis();
        return db.rows(newest, row -> row.getLong(1), userId, purpose.name()).stream()
                .anyMatch(made -> made > since);
    }

    /** Makes all of somebody's void. */
    void drop(Purpose purpose, String userId) {
        db.update(drop, userId, purpose.name());
    }
}
