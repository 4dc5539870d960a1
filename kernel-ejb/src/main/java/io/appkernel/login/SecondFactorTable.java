package io.appkernel.login;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import java.util.Collection;
import java.util.Optional;

/** The rows of {@code kernel_auth_totp} and {@code kernel_auth_recovery_codes}. Thread-safe. */
final class SecondFactorTable {
    static final String SECRETS = "kernel_auth_totp";
    static final String RECOVERY = "kernel_auth_recovery_codes";

    private final Db db;
    private final String select;
    private final String insert;
    private final String remove;
    private final String removeDraft;
    private final String confirm;
    private final String use;
    private final String insertCode;
    private final String takeCode;
    private final String removeCodes;

    SecondFactorTable(Database database, Db db) {
        this.db = db;
        Dialect dialect = database.dialect();
        String secrets = "[" + SECRETS + "]";
        String codes = "[" + RECOVERY + "]";
        this.select =
                dialect.sql("SELECT [secret], [confirmed_ms], [last_step] FROM " + secrets + " WHERE [user_id] = ?");
        this.insert = dialect.sql("INSERT INTO " + secrets
                + " ([user_id], [secret], [confirmed_ms], [last_step], [created_ms]) VALUES (?, ?, 0, 0, ?)");
        this.remove = dialect.sql("DELETE FROM " + secrets + " WHERE [user_id] = ?");
        this.removeDraft = remove + dialect.sql(" AND [confirmed_ms] = 0");
        this.confirm =
                dialect.sql("UPDATE " + secrets + " SET [confirmed_ms] = ? WHERE [user_id] = ? AND [confirmed_ms] = 0");
        this.use = dialect.sql("UPDATE " + secrets + " SET [last_step] = ? WHERE [user_id] = ? AND [last_step] < ?");
        this.insertCode = dialect.sql("INSERT INTO " + codes + " ([digest], [user_id]) VALUES (?, ?)");
        this.takeCode = dialect.sql("DELETE FROM " + codes + " WHERE [digest] = ? AND [user_id] = ?");
        this.removeCodes = dialect.sql("DELETE FROM " + codes + " WHERE [user_id] = ?");
    }

    /** Somebody's secret, sealed; in force from when it is confirmed, and until then 0. */
    record Row(String sealed, long confirmedMillis, long lastStep) {
        boolean confirmed() {
            return confirmedMillis > 0;
        }
    }

    Optional<Row> get(String userId) {
        return db.rows(select, row -> new Row(row.getString(1), row.getLong(2), row.getLong(3)), userId).stream()
                .findFirst();
    }

    /** In the place of one that was not confirmed. */
    void draft(String userId, String sealed, long now) {
        db.inTransaction(() -> {
            db.update(removeDraft, userId);
            db.update(insert, userId, sealed, now);
        });
    }

    /** False when somebody was quicker. */
    boolean confirm(String userId, long now, Collection<String> recoveryDigests) {
        return db.inTransaction(() -> {
            if (db.update(confirm, now, userId) == 0) {
                return false;
            }
            db.update(removeCodes, userId);
            recoveryDigests.forEach(digest -> db.update(insertCode, digest, userId));
            return true;
        });
    }

    /** Uses up the code of a step and of all before; false when that was done. */
    boolean use(String userId, long step) {
        return db.update(use, step, userId, step) == 1;
    }

    /** Uses up a recovery code; false when there is none such. */
    boolean takeRecovery(String userId, String digest) {
        return db.update(takeCode, digest, userId) == 1;
    }

    void remove(String userId) {
        db.inTransaction(() -> {
            db.update(remove, userId);
            db.update(removeCodes, userId);
        });
    }
}
