package io.appkernel.db;

import java.util.Optional;

/**
 * What went wrong with a statement, whatever the database says it with. Immutable.
 *
 * @param table the table at fault, where the database tells it
 * @param column the column at fault, where the database tells it; several are separated by commas
 * @param constraint the constraint or unique index at fault, where the database tells it
 */
public record SqlFailure(Kind kind, Optional<String> table, Optional<String> column, Optional<String> constraint) {

    /** What one can do about it depends on this. */
    public enum Kind {
        /** There is no connection, or it broke: whether the statement took effect is not known. */
        CONNECTION,
        /** The database undid the transaction in favour of another: a deadlock or a serialization failure. */
        SERIALIZATION,
        /** Another transaction or process holds a row, a table or the database's file for too long. */
        LOCKED,
        UNIQUE,
        FOREIGN_KEY,
        NOT_NULL,
        CHECK,
        /** A value does not fit into its column: too long, or out of range. */
        TOO_LONG,
        OTHER;

        /** Whether the same work may well succeed when it is done again. */
        public boolean isTransient() {
            return this == CONNECTION || this == SERIALIZATION || this == LOCKED;
        }
    }

    static SqlFailure of(Kind kind) {
        return new SqlFailure(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The place at fault as a reader knows it: {@code widgets.name}, {@code widgets}, {@code name}, or nothing. */
    public Optional<String> place() {
        if (table.isPresent() && column.isPresent()) {
            return Optional.of(table.get() + "." + column.get());
        }
        return table.or(() -> column);
    }
}
