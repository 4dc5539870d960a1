package io.appkernel.migrations;

import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ForeignKey;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Wanted tables, in few words. */
final class Tables {
    private Tables() {}

    static Column id() {
        return Column.of("id", ColumnType.text(36)).notNull();
    }

    static Column text(String name) {
        return Column.of(name, ColumnType.text(255));
    }

    static Column number(String name) {
        return Column.of(name, ColumnType.of(ColumnType.Kind.INTEGER));
    }

    static Table table(String name, Column... columns) {
        List<Column> all = new ArrayList<>(List.of(id()));
        all.addAll(List.of(columns));
        return new Table(name, all, List.of("id"), List.of(), List.of(), List.of());
    }

    static Table with(Table table, Index... indexes) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                List.of(indexes),
                table.checks(),
                table.foreignKeys());
    }

    static Table with(Table table, Check... checks) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.indexes(),
                List.of(checks),
                table.foreignKeys());
    }

    static Table with(Table table, ForeignKey... keys) {
        return new Table(
                table.name(), table.columns(), table.primaryKey(), table.indexes(), table.checks(), List.of(keys));
    }
}
