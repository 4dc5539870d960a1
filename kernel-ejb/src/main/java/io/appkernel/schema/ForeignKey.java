package io.appkernel.schema;

import java.util.List;

/** Columns that name a row of another table, or of the same. Immutable. */
public record ForeignKey(String name, List<String> columns, String table, List<String> tableColumns) {
    public ForeignKey {
        columns = List.copyOf(columns);
        tableColumns = List.copyOf(tableColumns);
    }
}
