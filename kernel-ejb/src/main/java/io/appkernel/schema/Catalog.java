package io.appkernel.schema;

import io.appkernel.schema.LiveTable.KeyKind;
import io.appkernel.schema.LiveTable.LiveColumn;
import io.appkernel.schema.LiveTable.LiveKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the connection's own schema from the database's catalogue: two queries, however many tables there are. One
 * subclass a kind. Stateless.
 */
abstract class Catalog {
    static Catalog of(Ddl ddl) {
        if (ddl instanceof MariaDbDdl mariaDb) {
            return new MariaDbCatalog(mariaDb.mysql());
        }
        return ddl instanceof PostgresDdl ? new PostgresCatalog() : new H2Catalog();
    }

    /** Table, column, type as {@link #type} takes it, whether null is allowed, default, more; in the table's order. */
    abstract String columns();

    /** Table, name, a letter, column, other table, its column; in the order of the key's columns. */
    abstract String keys();

    abstract String type(String raw);

    @Nullable String defaultSql(@Nullable String raw, @Nullable String more, String type) {
        return raw;
    }

    /** All tables by their names. */
    Map<String, LiveTable> read(Connection connection) throws SQLException {
        Map<String, List<LiveColumn>> columns = readColumns(connection);
        Map<String, Map<String, KeyBuilder>> keys = readKeys(connection);
        Map<String, LiveTable> tables = new LinkedHashMap<>();
        columns.forEach((name, found) -> tables.put(
                name,
                new LiveTable(
                        name,
                        found,
                        keys.getOrDefault(name, Map.of()).values().stream()
                                .map(KeyBuilder::build)
                                .toList())));
        return tables;
    }

    private Map<String, List<LiveColumn>> readColumns(Connection connection) throws SQLException {
        Map<String, List<LiveColumn>> columns = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(columns());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                List<LiveColumn> table = columns.computeIfAbsent(rows.getString(1), name -> new ArrayList<>());
                String name = rows.getString(2);
                if (name != null) {
                    String type = type(rows.getString(3));
                    String defaultSql = defaultSql(rows.getString(5), rows.getString(6), type);
                    table.add(new LiveColumn(name, type, rows.getBoolean(4), defaultSql));
                }
            }
        }
        return columns;
    }

    private Map<String, Map<String, KeyBuilder>> readKeys(Connection connection) throws SQLException {
        Map<String, Map<String, KeyBuilder>> keys = new LinkedHashMap<>();
        try (PreparedStatement query = connection.prepareStatement(keys());
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(2);
                KeyKind kind = kind(rows.getString(3));
                String other = rows.getString(5);
                KeyBuilder key = keys.computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
                        .computeIfAbsent(kind + name, id -> new KeyBuilder(name, kind, other));
                key.add(rows.getString(4), rows.getString(6));
            }
        }
        return keys;
    }

    private static KeyKind kind(String letter) {
        return switch (letter) {
            case "p" -> KeyKind.PRIMARY;
            case "u" -> KeyKind.UNIQUE;
            case "c" -> KeyKind.CHECK;
            case "f" -> KeyKind.FOREIGN;
            case "v" -> KeyKind.UNIQUE_INDEX;
            default -> KeyKind.INDEX;
        };
    }

    private static final class KeyBuilder {
        private final String name;
        private final KeyKind kind;
        private final @Nullable String table;
        private final List<String> columns = new ArrayList<>();
        private final List<String> tableColumns = new ArrayList<>();

        KeyBuilder(String name, KeyKind kind, @Nullable String table) {
            this.name = name;
            this.kind = kind;
            this.table = table;
        }

        /** A check's columns are not told apart, and an expression has none. */
        void add(@Nullable String column, @Nullable String other) {
            if (kind != KeyKind.CHECK) {
                columns.add(Objects.requireNonNullElse(column, ""));
                if (other != null) {
                    tableColumns.add(other);
                }
            }
        }

        LiveKey build() {
            return new LiveKey(name, kind, columns, table, tableColumns);
        }
    }
}
