package io.appkernel.schema;

import java.util.List;

/** An index, or with {@code unique} a unique constraint, over columns in this order. Immutable. */
public record Index(String name, List<String> columns, boolean unique) {
    public Index {
        columns = List.copyOf(columns);
    }
}
