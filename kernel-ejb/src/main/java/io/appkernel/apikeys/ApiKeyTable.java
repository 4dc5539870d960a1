package io.appkernel.apikeys;

import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The rows of {@code kernel_api_keys}. Thread-safe. */
final class ApiKeyTable {
    static final String NAME = "kernel_api_keys";
    private static final String COLUMNS =
            "[id], [user_id], [name], [prefix], [digest], [old_digest], [old_until_ms], [scopes],"
                    + " [workspace_id], [created_ms], [expires_ms], [last_used_ms]";

    private final Db db;
    private final Json json;
    private final String insert;
    private final String byId;
    private final String last;
    private final String byDigest;
    private final String ofUser;
    private final String rotate;
    private final String revoke;
    private final String used;
    private final String any;
    private final String purge;

    ApiKeyTable(Db db, Dialect dialect, Json json) {
        this.db = db;
        this.json = json;
        String table = "[" + NAME + "]";
        String standing = "SELECT " + COLUMNS + " FROM " + table + " WHERE [revoked_ms] = 0 AND ";
        this.insert = dialect.sql("INSERT INTO " + table + " (" + COLUMNS + ", [revoked_ms])"
                + " VALUES (?, ?, ?, ?, ?, NULL, 0, ?, ?, ?, ?, 0, 0)");
        this.last = dialect.sql("SELECT " + COLUMNS + " FROM " + table + " WHERE [id] = ?");
        this.byId = dialect.sql(standing + "[id] = ?");
        this.byDigest = dialect.sql(standing + "([digest] = ? OR [old_digest] = ?)");
        this.ofUser = dialect.sql(standing + "[user_id] = ? ORDER BY [created_ms] DESC, [id] DESC");
        this.rotate =
                dialect.sql("UPDATE " + table + " SET [prefix] = ?, [digest] = ?, [old_digest] = ?, [old_until_ms] = ?"
                        + " WHERE [id] = ? AND [digest] = ? AND [revoked_ms] = 0");
        this.revoke = dialect.sql("UPDATE " + table + " SET [revoked_ms] = ? WHERE [id] = ? AND [revoked_ms] = 0");
        this.used = dialect.sql("UPDATE " + table + " SET [last_used_ms] = ? WHERE [id] = ? AND [last_used_ms] < ?");
        this.any = dialect.sql("SELECT [id] FROM " + table
                + " WHERE [revoked_ms] = 0 AND ([expires_ms] = 0 OR [expires_ms] > ?) LIMIT 1");
        this.purge = dialect.sql("DELETE FROM " + table + " WHERE [revoked_ms] > 0 AND [revoked_ms] < ?");
    }

    /**
     * One key that was not revoked.
     *
     * @param oldDigest that of the secret before the last rotation
     * @param oldUntilMillis until when that one is good
     * @param expiresMillis 0 for never
     * @param lastUsedMillis 0 for never
     */
    record Row(
            String id,
            String userId,
            String name,
            String prefix,
            String digest,
            Optional<String> oldDigest,
            long oldUntilMillis,
            Set<String> scopes,
            Optional<String> workspaceId,
            long createdMillis,
            long expiresMillis,
            long lastUsedMillis) {
        /** Whether the secret of that digest is good at that time. */
        boolean isGood(String shown, long now) {
            boolean current = digest.equals(shown);
            return (current || now < oldUntilMillis) && (expiresMillis == 0 || now < expiresMillis);
        }

        /** Without what secrets are known by. */
        @Override
        public String toString() {
            return "Row[" + id + ", " + userId + "]";
        }
    }

    void insert(Row row) {
        String scopes = new String(json.write(row.scopes().stream().sorted().toList()), StandardCharsets.UTF_8);
        db.update(
                insert,
                row.id(),
                row.userId(),
                row.name(),
                row.prefix(),
                row.digest(),
                scopes,
                row.workspaceId().orElse(null),
                row.createdMillis(),
                row.expiresMillis());
    }

    Optional<Row> get(String id) {
        return db.rows(byId, this::row, id).stream().findFirst();
    }

    /** One key as it is or was, revoked or not. */
    Optional<Row> last(String id) {
        return db.rows(last, this::row, id).stream().findFirst();
    }

    /** The key that the secret of this digest belongs to, or belonged to before it was rotated. */
    Optional<Row> byDigest(String digest) {
        return db.rows(byDigest, this::row, digest, digest).stream().findFirst();
    }

    /** The newest first. */
    List<Row> of(String userId) {
        return db.rows(ofUser, this::row, userId);
    }

    /** Gives it another secret, unless somebody else did since this row was read, or it was revoked. */
    boolean rotate(Row row, Secret secret, long oldUntil) {
        return db.update(rotate, secret.prefix(), secret.digest(), row.digest(), oldUntil, row.id(), row.digest()) == 1;
    }

    boolean revoke(String id, long now) {
        return db.update(revoke, now, id) == 1;
    }

    /** Notes when keys were used last, all in one go. */
    void used(Map<String, Long> times) {
        db.inTransaction(() -> db.useConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(used)) {
                // In one order on every node, so that two batches do not wait for each other.
                for (Map.Entry<String, Long> each : new TreeMap<>(times).entrySet()) {
                    statement.setLong(1, each.getValue());
                    statement.setString(2, each.getKey());
                    statement.setLong(3, each.getValue());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }));
    }

    boolean isAny(long now) {
        return !db.rows(any, row -> row.getString(1), now).isEmpty();
    }

    /** Forgets what was revoked before. */
    int purge(long before) {
        return db.update(purge, before);
    }

    private Row row(ResultSet row) throws SQLException {
        String[] scopes = json.read(row.getString(8), String[].class);
        return new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)),
                row.getLong(7),
                scopes == null ? Set.of() : Set.of(scopes),
                Optional.ofNullable(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12));
    }
}
