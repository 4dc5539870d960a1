package io.appkernel.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column as it should be. Immutable.
 *
 * @param defaultValue the value as text ({@code "0"}, {@code "true"}, {@code "draft"}), not as SQL; null for none. Each
 *     database writes it as a literal of the column's type; {@code now()} stands for the moment of the insert.
 * @param renamedFrom the column whose values it takes over when it is made; null for none
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable String renamedFrom) {

    /** A column that may be null, without a default. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, null, null);
    }

    public Column notNull() {
        return new Column(name, type, false, defaultValue, renamedFrom);
    }

    public Column withDefault(String value) {
        return new Column(name, type, nullable, value, renamedFrom);
    }

    public Column renamedFrom(String old) {
        return new Column(name, type, nullable, defaultValue, old);
    }
}
