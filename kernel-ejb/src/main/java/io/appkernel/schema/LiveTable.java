package io.appkernel.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table as the database tells it, in the database's own words. */
record LiveTable(String name, List<LiveColumn> columns, List<LiveKey> keys) {
    LiveTable {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    Optional<LiveColumn> column(String column) {
        return columns.stream().filter(known -> known.name().equals(column)).findFirst();
    }

    List<String> primaryKey() {
        return keys.stream()
                .filter(key -> key.kind() == KeyKind.PRIMARY)
                .findFirst()
                .map(LiveKey::columns)
                .orElse(List.of());
    }

    /**
     * A column.
     *
     * @param type as {@link Ddl#type} writes it
     * @param defaultSql as the catalogue shows it
     */
    record LiveColumn(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultSql) {
        LiveColumn type(String other) {
            return new LiveColumn(name, other, nullable, defaultSql);
        }

        LiveColumn nullable(boolean other) {
            return new LiveColumn(name, type, other, defaultSql);
        }

        LiveColumn defaultSql(@Nullable String other) {
            return new LiveColumn(name, type, nullable, other);
        }
    }

    enum KeyKind {
        PRIMARY,
        UNIQUE,
        INDEX,
        UNIQUE_INDEX,
        CHECK,
        FOREIGN
    }

    /** An index or a constraint; {@code table} and {@code tableColumns} of a foreign key only. */
    record LiveKey(
            String name,
            KeyKind kind,
            List<String> columns,
            @Nullable String table,
            List<String> tableColumns) {
        LiveKey {
            columns = List.copyOf(columns);
            tableColumns = List.copyOf(tableColumns);
        }

        boolean unique() {
            return kind == KeyKind.PRIMARY || kind == KeyKind.UNIQUE || kind == KeyKind.UNIQUE_INDEX;
        }

        boolean indexes() {
            return unique() || kind == KeyKind.INDEX;
        }

        /** Whether the class wants this very key. */
        boolean wantedBy(Table wanted, Ddl ddl) {
            return switch (kind) {
                case PRIMARY -> wanted.primaryKey().equals(columns);
                case UNIQUE, UNIQUE_INDEX, INDEX ->
                    wanted.indexes().stream()
                            .anyMatch(index -> index.unique() == unique()
                                    && index.columns().equals(columns));
                case CHECK ->
                    wanted.checks().stream()
                            .anyMatch(check -> Names.check(wanted, check, ddl.longestName())
                                    .equals(name));
                case FOREIGN -> wanted.foreignKeys().stream().anyMatch(this::is);
            };
        }

        /** A unique index serves where a plain one is wanted. */
        boolean serves(Index wanted) {
            return indexes() && (unique() || !wanted.unique()) && columns.equals(wanted.columns());
        }

        boolean is(ForeignKey wanted) {
            return kind == KeyKind.FOREIGN
                    && columns.equals(wanted.columns())
                    && wanted.table().equals(table)
                    && tableColumns.equals(wanted.tableColumns());
        }

        /** Whether this foreign key leans on the index, as MariaDB's do. */
        boolean leansOn(LiveKey index) {
            return kind == KeyKind.FOREIGN
                    && index.columns.size() >= columns.size()
                    && index.columns.subList(0, columns.size()).equals(columns);
        }

        /** {@code unique index by_name of widgets over name}. */
        String title(String owner) {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name + " of " + owner
                    + (columns.isEmpty() ? "" : " over " + String.join(", ", columns));
        }
    }
}
