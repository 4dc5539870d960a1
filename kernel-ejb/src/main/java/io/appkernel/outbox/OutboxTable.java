package io.appkernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.db.Dialect;
import io.appkernel.json.Json;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.queue.Entry;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of {@code kernel_outbox}: jobs on their way to Redis, and those there whose end is not yet known. */
final class OutboxTable {
    private static final String NAME = "kernel_outbox";

    private final ObjectMapper mapper;
    private final String insert;
    private final String select;
    private final String update;
    private final String delete;

    OutboxTable(Dialect dialect, Json json) {
        this.mapper = json.mapper();
        String table = dialect.quote(NAME);
        String sent = dialect.quote("sent_ms");
        String created = dialect.quote("created_ms");
        String id = dialect.quote("id");
        this.insert =
                "INSERT INTO " + table + " (" + dialect.quote("row_id") + ", " + id + ", " + dialect.quote("queue")
                        + ", " + dialect.quote("entry") + ", " + created + ", " + sent + ") VALUES (?, ?, ?, ?, ?, ?)";
        this.select = "SELECT " + id + ", " + dialect.quote("queue") + ", " + dialect.quote("entry") + ", " + created
                + " FROM " + table + " WHERE " + sent + " >= ? AND " + sent + " <= ? ORDER BY " + sent + ", " + created
                + " LIMIT ? FOR UPDATE SKIP LOCKED";
        this.update = "UPDATE " + table + " SET " + sent + " = ? WHERE " + id + " IN (";
        this.delete = "DELETE FROM " + table + " WHERE " + id + " IN (";
    }

    /** A job that was written with the data. */
    record Row(String id, String queue, Entry entry, long createdMillis) {}

    void insert(Connection connection, String queue, List<Entry> entries, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (Entry entry : entries) {
                statement.setString(1, UuidCreator.getTimeOrderedEpochFast().toString());
                statement.setString(2, entry.id());
                statement.setString(3, queue);
                statement.setString(4, text(entry));
                statement.setLong(5, now);
                statement.setLong(6, 0);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String text(Entry entry) {
        try {
            return mapper.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job has no JSON form", e);
        }
    }

    /** Rows sent in this span, 0 for those not yet sent; locked, and without those that others have locked. */
    List<Row> lock(Connection connection, long from, long to, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, from);
            statement.setLong(2, to);
            statement.setInt(3, most);
            List<Row> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Row(
                            result.getString(1), result.getString(2), entry(result.getString(3)), result.getLong(4)));
                }
            }
            return rows;
        }
    }

    private Entry entry(String text) {
        try {
            return mapper.readValue(text, Entry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kernel_outbox.entry holds what the kernel did not write", e);
        }
    }

    void sent(Connection connection, List<String> ids, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(update + places(ids))) {
            statement.setLong(1, now);
            bind(statement, 2, ids);
            statement.executeUpdate();
        }
    }

    void delete(Connection connection, List<String> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(delete + places(ids))) {
            bind(statement, 1, ids);
            statement.executeUpdate();
        }
    }

    private static String places(List<String> ids) {
        return String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    }

    private static void bind(PreparedStatement statement, int from, List<String> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            statement.setString(from + i, ids.get(i));
        }
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("row_id", ColumnType.text(36)).notNull(),
                            Column.of("id", ColumnType.text(200)).notNull(),
                            Column.of("queue", ColumnType.text(200)).notNull(),
                            Column.of("entry", ColumnType.longText()).notNull(),
                            Column.of("created_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull(),
                            Column.of("sent_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull()),
                    List.of("row_id"),
                    List.of(
                            new Index("ix_kernel_outbox_id", List.of("id"), false),
                            new Index("ix_kernel_outbox_sent", List.of("sent_ms"), false)),
                    List.of(),
                    List.of()));
        }
    }
}
