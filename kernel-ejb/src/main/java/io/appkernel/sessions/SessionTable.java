package io.appkernel.sessions;

import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import io.appkernel.users.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The rows of {@code kernel_auth_sessions}. Thread-safe. */
final class SessionTable {
    private static final int MOST_AT_ONCE = 100;
    private static final String NAME = "kernel_auth_sessions";
    private static final String COLUMNS = "[id], [user_id], [salt], [turn], [generation], [turned_ms], [created_ms],"
            + " [expires_ms], [ended_ms], [ip], [user_agent]";

    private final Db db;
    private final String insert;
    private final String byId;
    private final String ofUser;
    private final String beyond;
    private final String lockedOfUser;
    private final String turn;
    private final String end;
    private final String next;
    private final String changed;
    private final String purge;

    SessionTable(Db db, Dialect dialect) {
        this.db = db;
        String from = " FROM [" + NAME + "] WHERE ";
        String update = "UPDATE [" + NAME + "] SET ";
        this.insert = dialect.sql("INSERT INTO [" + NAME + "] (" + COLUMNS + ", [changed_ms])"
                + " VALUES (?, ?, ?, 0, 0, ?, ?, ?, 0, ?, ?, 0)");
        this.byId = dialect.sql("SELECT " + COLUMNS + from + "[id] = ?");
        String standing = "SELECT " + COLUMNS + from + "[user_id] = ? AND [ended_ms] = 0 AND [expires_ms] > ?"
                + " ORDER BY [turned_ms] DESC, [id] DESC";
        this.ofUser = dialect.sql(standing);
        this.beyond = dialect.sql(standing + " LIMIT " + MOST_AT_ONCE + " OFFSET ?");
        this.lockedOfUser = dialect.sql("SELECT " + COLUMNS + from + "[user_id] = ? AND [ended_ms] = 0 FOR UPDATE");
        this.turn = dialect.sql(update + "[turn] = [turn] + 1, [turned_ms] = ?, [expires_ms] = ?, [ip] = ?,"
                + " [user_agent] = ? WHERE [id] = ? AND [turn] = ? AND [ended_ms] = 0");
        this.end = dialect.sql(update + "[ended_ms] = ?, [changed_ms] = ? WHERE [id] = ? AND [ended_ms] = 0");
        this.next = dialect.sql(
                update + "[generation] = [generation] + 1, [changed_ms] = ? WHERE [id] = ? AND [ended_ms] = 0");
        this.changed = dialect.sql("SELECT " + COLUMNS + from + "[changed_ms] >= ?");
        this.purge = dialect.sql("DELETE" + from + "[expires_ms] < ? OR ([ended_ms] > 0 AND [ended_ms] < ?)");
    }

    /**
     * One login.
     *
     * @param turn how often it was refreshed; the refresh token of this turn is the one that is good
     * @param turnedMillis when that was
     * @param endedMillis when it ended; 0 while it stands
     */
    record Row(
            String id,
            String userId,
            String salt,
            long turn,
            long generation,
            long turnedMillis,
            long createdMillis,
            long expiresMillis,
            long endedMillis,
            String ip,
            String userAgent) {
        boolean stands(long now) {
            return endedMillis == 0 && expiresMillis > now;
        }
    }

    void insert(Row row) {
        db.update(
                insert,
                row.id(),
                row.userId(),
                row.salt(),
                row.turnedMillis(),
                row.createdMillis(),
                row.expiresMillis(),
                row.ip(),
                row.userAgent());
    }

    Optional<Row> get(String id) {
        return Identifiers.canBeStored(id)
                ? db.rows(byId, SessionTable::row, id).stream().findFirst()
                : Optional.empty();
    }

    /** Those that stand, the one used last first. */
    List<Row> of(String userId, long now) {
        return db.rows(ofUser, SessionTable::row, userId, now);
    }

    /**
     * Those that have not ended, be it that nobody can refresh them any more, for an access token may outlive that. As they
     * are now whenever the transaction began, and nobody changes them before it ends.
     */
    List<Row> locked(String userId) {
        return db.rows(lockedOfUser, SessionTable::row, userId);
    }

    /** Those that stand beyond so many that were used later. */
    List<Row> beyond(String userId, long now, int kept) {
        return db.rows(beyond, SessionTable::row, userId, now, kept);
    }

    /** Refreshes it, unless somebody else did since this row was read, or it has ended. */
    boolean turn(Row row, long now, long expires, Client client) {
        return db.update(turn, now, expires, client.ip(), client.userAgent(), row.id(), row.turn()) == 1;
    }

    /** False when it had ended before. */
    boolean end(String id, long now) {
        return db.update(end, now, now, id) == 1;
    }

    boolean nextGeneration(String id, long now) {
        return db.update(next, now, id) == 1;
    }

    /** Those that ended or went on to another generation since. */
    List<Row> changedSince(long millis) {
        return db.rows(changed, SessionTable::row, millis);
    }

    /** Forgets what ended or expired before. */
    int purge(long before) {
        return db.update(purge, before, before);
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                result.getString(1),
                result.getString(2),
                result.getString(3),
                result.getLong(4),
                result.getLong(5),
                result.getLong(6),
                result.getLong(7),
                result.getLong(8),
                result.getLong(9),
                result.getString(10),
                result.getString(11));
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("id", ColumnType.text(36)).notNull(),
                            Column.of("user_id", ColumnType.text(255)).notNull(),
                            Column.of("salt", ColumnType.text(64)).notNull(),
                            number("turn"),
                            number("generation"),
                            number("turned_ms"),
                            number("created_ms"),
                            number("expires_ms"),
                            number("ended_ms"),
                            number("changed_ms"),
                            Column.of("ip", ColumnType.text(64)).notNull(),
                            Column.of("user_agent", ColumnType.text(300)).notNull()),
                    List.of("id"),
                    List.of(
                            new Index("ix_kernel_auth_sessions_user", List.of("user_id"), false),
                            new Index("ix_kernel_auth_sessions_changed", List.of("changed_ms"), false),
                            new Index("ix_kernel_auth_sessions_expires", List.of("expires_ms"), false)),
                    List.of(),
                    List.of()));
        }

        private static Column number(String name) {
            return Column.of(name, ColumnType.of(ColumnType.Kind.BIGINT)).notNull();
        }
    }
}
