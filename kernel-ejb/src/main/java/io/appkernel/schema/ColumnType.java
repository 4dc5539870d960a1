package io.appkernel.schema;

import java.util.Locale;

/**
 * What a column holds, in words every database understands. Immutable.
 *
 * @param length characters of {@link Kind#TEXT} or bytes of {@link Kind#BYTES}; 0 for as many as come
 * @param precision digits of a {@link Kind#DECIMAL}
 * @param scale digits of it behind the point
 */
public record ColumnType(Kind kind, int length, int precision, int scale) {

    /** The kinds of values. Instants and local times keep microseconds; JSON keeps its text. */
    public enum Kind {
        TEXT,
        BOOLEAN,
        SMALLINT,
        INTEGER,
        BIGINT,
        REAL,
        DOUBLE,
        DECIMAL,
        INSTANT,
        DATE,
        TIME,
        DATETIME,
        UUID,
        BYTES,
        JSON
    }

    /** A kind that needs no measure. */
    public static ColumnType of(Kind kind) {
        return new ColumnType(kind, 0, 0, 0);
    }

    /** At most so many characters. */
    public static ColumnType text(int length) {
        return new ColumnType(Kind.TEXT, length, 0, 0);
    }

    /** As many characters as come; cannot be indexed or unique on every database. */
    public static ColumnType longText() {
        return text(0);
    }

    public static ColumnType decimal(int precision, int scale) {
        return new ColumnType(Kind.DECIMAL, 0, precision, scale);
    }

    public static ColumnType bytes(int length) {
        return new ColumnType(Kind.BYTES, length, 0, 0);
    }

    /** As it stands in messages and fingerprints: {@code text(255)}, {@code decimal(19,2)}, {@code instant}. */
    @Override
    public String toString() {
        String name = kind.name().toLowerCase(Locale.ROOT);
        if (kind == Kind.DECIMAL) {
            return name + "(" + precision + "," + scale + ")";
        }
        return length == 0 ? name : name + "(" + length + ")";
    }
}
