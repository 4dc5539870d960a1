package io.appkernel.entities;

import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ColumnType.Kind;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** How the table of an entity's versions is built, and the names of its own columns. */
public final class HistoryTable {
    /** What the name of an entity's table gets behind it. */
    public static final String SUFFIX = "_history";

    public static final String ID = "history_id";
    public static final String VERSION = "history_version";
    public static final String OPERATION = "history_operation";
    public static final String AT = "history_at";
    public static final String BY = "history_by";
    public static final String REQUEST = "history_request_id";

    private static final List<Column> OWN = List.of(
            Column.of(ID, ColumnType.text(36)).notNull(),
            Column.of(VERSION, ColumnType.of(Kind.BIGINT)).notNull(),
            Column.of(OPERATION, ColumnType.text(6)).notNull(),
            Column.of(AT, ColumnType.of(Kind.INSTANT)).notNull(),
            Column.of(BY, ColumnType.text(255)),
            Column.of(REQUEST, ColumnType.text(255)));

    private HistoryTable() {}

    static boolean isReserved(String column) {
        return OWN.stream().anyMatch(own -> own.name().equals(column));
    }

    static Table of(Table entity) {
        String name = entity.name() + SUFFIX;
        List<Column> columns = new ArrayList<>();
        entity.columns().forEach(column -> columns.add(copy(column, entity)));
        columns.addAll(OWN);
        List<String> versions = new ArrayList<>(entity.primaryKey());
        versions.add(VERSION);
        Index oneOfEach = new Index(Spelling.of("ux", name, versions), versions, true);
        return new Table(name, columns, List.of(ID), List.of(oneOfEach), List.of(), List.of());
    }

    /** A renamed column keeps its past: the history follows the rename. */
    private static Column copy(Column column, Table entity) {
        Column copy = new Column(column.name(), column.type(), true, null, column.renamedFrom());
        return entity.primaryKey().contains(column.name()) ? copy.notNull() : copy;
    }
}
