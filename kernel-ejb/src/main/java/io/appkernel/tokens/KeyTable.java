package io.appkernel.tokens;

import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code kernel_auth_keys}: key pairs, the private half sealed. Thread-safe. */
final class KeyTable {
    private static final String NAME = "kernel_auth_keys";

    private final Db db;
    private final String insert;
    private final String select;
    private final String delete;

    KeyTable(Db db, Dialect dialect) {
        this.db = db;
        this.insert = dialect.sql("INSERT INTO [" + NAME + "] ([id], [algorithm], [sealed], [signs_from_ms],"
                + " [created_ms]) VALUES (?, ?, ?, ?, ?)");
        this.select = dialect.sql("SELECT [id], [sealed], [signs_from_ms] FROM [" + NAME + "] WHERE [algorithm] = ?"
                + " ORDER BY [signs_from_ms], [id]");
        this.delete = dialect.sql("DELETE FROM [" + NAME + "] WHERE [id] = ?");
    }

    /**
     * One pair.
     *
     * @param sealed the whole pair as a JWK, encrypted
     * @param signsFromMillis from when on it signs, until the next one does
     */
    record Row(String id, String sealed, long signsFromMillis) {}

    void insert(Row row, Algorithm algorithm, long now) {
        db.useConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setString(1, row.id());
                statement.setString(2, algorithm.name());
                statement.setString(3, row.sealed());
                statement.setLong(4, row.signsFromMillis());
                statement.setLong(5, now);
                statement.executeUpdate();
            }
        });
    }

    /** The one that signs first comes first. */
    List<Row> of(Algorithm algorithm) {
        return db.withConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(select)) {
                statement.setString(1, algorithm.name());
                List<Row> rows = new ArrayList<>();
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        rows.add(new Row(result.getString(1), result.getString(2), result.getLong(3)));
                    }
                }
                return rows;
            }
        });
    }

    void delete(String id) {
        db.useConnection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(delete)) {
                statement.setString(1, id);
                statement.executeUpdate();
            }
        });
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("id", ColumnType.text(64)).notNull(),
                            Column.of("algorithm", ColumnType.text(10)).notNull(),
                            Column.of("sealed", ColumnType.longText()).notNull(),
                            Column.of("signs_from_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull(),
                            Column.of("created_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull()),
                    List.of("id"),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }
}
