package io.appkernel.schema;

import java.util.List;
import java.util.Optional;

/** A table as it should be, whatever the database. Immutable; lists keep the order of the class. */
public record Table(
        String name,
        List<Column> columns,
        List<String> primaryKey,
        List<Index> indexes,
        List<Check> checks,
        List<ForeignKey> foreignKeys) {
    public Table {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        indexes = List.copyOf(indexes);
        checks = List.copyOf(checks);
        foreignKeys = List.copyOf(foreignKeys);
    }

    public Optional<Column> column(String column) {
        return columns.stream().filter(known -> known.name().equals(column)).findFirst();
    }
}
