package io.appkernel.migrations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Dialect;
import io.appkernel.json.Json;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Plan;
import io.appkernel.schema.Table;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of {@code kernel_migrations}. Moments are texts in UTC, alike on every database and readable to whoever looks
 * at the table. Stateless.
 */
final class MigrationRecords {
    static final String NAME = "kernel_migrations";

    /** The table itself, which is made like any other. */
    static final Table TABLE = new Table(
            NAME,
            List.of(
                    Column.of("id", ColumnType.of(ColumnType.Kind.BIGINT)).notNull(),
                    Column.of("hash", ColumnType.text(64)).notNull(),
                    Column.of("status", ColumnType.text(20)).notNull(),
                    Column.of("started_at", ColumnType.text(40)).notNull(),
                    Column.of("finished_at", ColumnType.text(40)),
                    Column.of("duration_ms", ColumnType.of(ColumnType.Kind.BIGINT)),
                    Column.of("app_version", ColumnType.text(200)),
                    Column.of("node", ColumnType.text(255)),
                    Column.of("file", ColumnType.text(255)),
                    Column.of("operations", ColumnType.longText()),
                    Column.of("sql", ColumnType.longText())),
            List.of("id"),
            List.of(),
            List.of(),
            List.of());

    private static final TypeReference<List<Plan.Step>> STEPS = new TypeReference<>() {};
    private static final String UNDEFINED = "42";

    /** A driver that warns in the log about every statement that is refused, or a file beside the database that holds it. */
    private static final Set<DatabaseKind> WRITE_DOWN_REFUSALS =
            Set.of(DatabaseKind.MARIADB, DatabaseKind.MYSQL, DatabaseKind.H2);

    private final Dialect dialect;
    private final boolean looksFirst;
    private final ObjectMapper mapper;
    private final String table;

    MigrationRecords(Database database, Json json) {
        this.dialect = database.dialect();
        // The others are asked for the table at once, which is one round trip less.
        this.looksFirst = WRITE_DOWN_REFUSALS.contains(database.kind());
        this.mapper = json.mapper();
        this.table = dialect.quote(NAME);
    }

    /** Whether the last migration is done and led to this hash: the one query of a start that changes nothing. */
    boolean isCurrent(Connection connection, String hash) throws SQLException {
        if (isMissing(connection)) {
            return false;
        }
        String newest = "SELECT " + columns("hash", "status") + " FROM " + table + " ORDER BY " + columns("id")
                + " DESC LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(newest);
                ResultSet row = query.executeQuery()) {
            return row.next() && hash.equals(row.getString(1)) && "done".equals(row.getString(2));
        } catch (SQLException e) {
            return absent(e);
        }
    }

    private boolean isMissing(Connection connection) throws SQLException {
        if (!looksFirst) {
            return false;
        }
        DatabaseMetaData catalogue = connection.getMetaData();
        String name = NAME.replace("_", catalogue.getSearchStringEscape() + "_");
        try (ResultSet tables = catalogue.getTables(connection.getCatalog(), null, name, null)) {
            return !tables.next();
        }
    }

    /** No table, no migration; anything else is a failure. A server's pool may wrap what the driver said. */
    private static boolean absent(SQLException e) throws SQLException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith(UNDEFINED)) {
                return false;
            }
        }
        throw e;
    }

    /** Newest first. */
    List<Migration> all(Connection connection) throws SQLException {
        return query(connection, "1 = 1 ORDER BY " + columns("id") + " DESC");
    }

    /** What began and did not end well, newest first. */
    List<Migration> unfinished(Connection connection) throws SQLException {
        return query(
                connection, dialect.quote("status") + " IN ('running', 'failed') ORDER BY " + columns("id") + " DESC");
    }

    Optional<Migration> newest(Connection connection, String hash) throws SQLException {
        return all(connection).stream()
                .filter(known -> known.hash().startsWith(hash))
                .findFirst();
    }

    private List<Migration> query(Connection connection, String where) throws SQLException {
        if (isMissing(connection)) {
            return List.of();
        }
        String names = String.join(
                ", ",
                TABLE.columns().stream()
                        .map(column -> dialect.quote(column.name()))
                        .toList());
        List<Migration> found = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT " + names + " FROM " + table + " WHERE " + where);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                found.add(migration(row));
            }
        } catch (SQLException e) {
            absent(e);
        }
        return found;
    }

    private Migration migration(ResultSet row) throws SQLException {
        String finished = row.getString(5);
        return new Migration(
                row.getLong(1),
                row.getString(2),
                Migration.Status.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Instant.parse(row.getString(4)),
                finished == null ? null : Instant.parse(finished),
                row.getLong(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                steps(row.getString(10)),
                row.getString(11));
    }

    long nextId(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT COALESCE(MAX(" + columns("id") + "), 0) + 1 FROM " + table);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void insert(Connection connection, Migration migration) throws SQLException {
        List<String> names = TABLE.columns().stream()
                .map(column -> dialect.quote(column.name()))
                .toList();
        String sql = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, migration.id());
            insert.setString(2, migration.hash());
            insert.setString(3, status(migration));
            insert.setString(4, migration.startedAt().toString());
            insert.setString(5, null);
            insert.setLong(6, 0);
            insert.setString(7, migration.appVersion());
            insert.setString(8, migration.node());
            insert.setString(9, migration.file());
            insert.setString(10, json(migration.operations()));
            insert.setString(11, migration.sql());
            insert.executeUpdate();
        }
    }

    /** Writes the end; when it is a good one, broken ones before it are settled with it. */
    void end(Connection connection, Migration migration) throws SQLException {
        String sql = "UPDATE " + table + " SET " + dialect.quote("status") + " = ?, " + dialect.quote("finished_at")
                + " = ?, " + dialect.quote("duration_ms") + " = ? WHERE " + dialect.quote("id") + " = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, status(migration));
            update.setString(2, String.valueOf(migration.finishedAt()));
            update.setLong(3, migration.durationMs());
            update.setLong(4, migration.id());
            update.executeUpdate();
        }
        if (migration.status() == Migration.Status.DONE) {
            settle(connection, migration.id());
        }
    }

    private void settle(Connection connection, long before) throws SQLException {
        String sql = "UPDATE " + table + " SET " + dialect.quote("status") + " = 'superseded' WHERE "
                + dialect.quote("status") + " IN ('running', 'failed') AND " + dialect.quote("id") + " < ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, before);
            update.executeUpdate();
        }
    }

    private String columns(String... names) {
        return String.join(", ", List.of(names).stream().map(dialect::quote).toList());
    }

    private static String status(Migration migration) {
        return migration.status().name().toLowerCase(Locale.ROOT);
    }

    String json(Object value) {
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A migration has a JSON form", e);
        }
    }

    private List<Plan.Step> steps(String json) {
        try {
            return mapper.readValue(json, STEPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kernel_migrations.operations holds what the kernel did not write", e);
        }
    }
}
