package io.appkernel.schema;

import io.appkernel.db.Dialect;
import io.appkernel.schema.LiveTable.LiveColumn;

/**
 * PostgreSQL. JSON is {@code text}: {@code jsonb} would reorder keys, drop duplicates and refuse a NUL, so that what is
 * read were not what was written; whoever wants operators casts, {@code column::jsonb}.
 */
final class PostgresDdl extends Ddl {
    private static final int LONGEST = 10_485_760;

    PostgresDdl(Dialect dialect) {
        super(dialect);
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT ->
                type.length() == 0 || type.length() > LONGEST ? "text" : "character varying(" + type.length() + ")";
            case JSON -> "text";
            case BYTES -> "bytea";
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DECIMAL -> "numeric(" + type.precision() + "," + type.scale() + ")";
            case INSTANT -> "timestamp(6) with time zone";
            case DATE -> "date";
            case TIME -> "time(6) without time zone";
            case DATETIME -> "timestamp(6) without time zone";
            case UUID -> "uuid";
        };
    }

    @Override
    String text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return needsEscapes(value)
                ? "E"
                        + quoted.replace("\\", "\\\\")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r")
                                .replace("${", "\\044{")
                : quoted;
    }

    @Override
    String now(ColumnType.Kind kind) {
        return switch (kind) {
            case DATE -> "CURRENT_DATE";
            case TIME -> "LOCALTIME(6)";
            case DATETIME -> "LOCALTIMESTAMP(6)";
            default -> "now()";
        };
    }

    @Override
    String setType(String table, LiveColumn before, LiveColumn after) {
        String change = alterColumn(table, after.name()) + "TYPE " + after.type();
        return Conversions.widens(before.type(), after.type())
                ? change
                : change + " USING " + cast(before, after.type(), "text");
    }
}
