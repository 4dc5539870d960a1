package io.appkernel.history;

import io.appkernel.db.Dialect;
import io.appkernel.entities.EntityModel;
import io.appkernel.schema.Column;
import java.util.Collections;
import java.util.List;

/** The statements on one history table. Immutable. */
record HistorySql(
        List<String> columns,
        String insert,
        String lastVersion,
        String known,
        String versions,
        String version,
        String touch) {
    private static final String LOCKING_READ = " LOCK IN SHARE MODE";

    static HistorySql of(EntityModel model, Dialect dialect) {
        List<String> columns =
                model.history().columns().stream().map(Column::name).toList();
        String table = dialect.quote(model.history().name());
        String quoted = String.join(", ", columns.stream().map(dialect::quote).toList());
        String id = dialect.quote(model.id().column());
        String version = dialect.quote(io.appkernel.entities.HistoryTable.VERSION);
        // A snapshot of MySQL's would not show what another transaction has just written; a locking read does.
        String lock = dialect.quote("x").startsWith("`") ? LOCKING_READ : "";
        return new HistorySql(
                columns,
                "INSERT INTO " + table + " (" + quoted + ") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")",
                "SELECT max(" + version + ") FROM " + table + " WHERE " + id + " = ?" + lock,
                "SELECT DISTINCT " + id + " FROM " + table + " WHERE " + id + " IN (",
                "SELECT " + quoted + " FROM " + table + " WHERE " + id + " = ? ORDER BY " + version + " DESC",
                "SELECT " + quoted + " FROM " + table + " WHERE " + id + " = ? AND " + version + " = ?",
                "UPDATE " + dialect.quote(model.table().name()) + " SET "
                        + model.attribute("updatedAt")
                                .map(at -> dialect.quote(at.column()))
                                .orElse("") + " = ? WHERE " + id
                        + " IN (");
    }
}
