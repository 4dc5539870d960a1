package io.appkernel.schema;

import io.appkernel.db.Dialect;
import io.appkernel.schema.LiveTable.LiveColumn;

/** H2. JSON is a text of any length, for its own type would rewrite what it is given. */
final class H2Ddl extends Ddl {
    private static final int LONGEST = 1_048_576;

    H2Ddl(Dialect dialect) {
        super(dialect);
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> sized("character varying", type.length(), "character large object");
            case JSON -> "character large object";
            case BYTES -> sized("binary varying", type.length(), "binary large object");
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DECIMAL -> "numeric(" + type.precision() + "," + type.scale() + ")";
            case INSTANT -> "timestamp(6) with time zone";
            case DATE -> "date";
            case TIME -> "time(6)";
            case DATETIME -> "timestamp(6)";
            case UUID -> "uuid";
        };
    }

    private static String sized(String name, int length, String unlimited) {
        return length == 0 || length > LONGEST ? unlimited : name + "(" + length + ")";
    }

    @Override
    String text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return needsEscapes(value)
                ? "U&"
                        + quoted.replace("\\", "\\\\")
                                .replace("\n", "\\000a")
                                .replace("\r", "\\000d")
                                .replace("${", "\\0024{")
                : quoted;
    }

    @Override
    String now(ColumnType.Kind kind) {
        return switch (kind) {
            case DATE -> "CURRENT_DATE";
            case TIME -> "LOCALTIME(6)";
            case DATETIME -> "LOCALTIMESTAMP(6)";
            default -> "CURRENT_TIMESTAMP(6)";
        };
    }

    @Override
    String setType(String table, LiveColumn before, LiveColumn after) {
        String change = alterColumn(table, after.name()) + "SET DATA TYPE " + after.type();
        return Conversions.widens(before.type(), after.type())
                ? change
                : change + " USING " + cast(before, after.type(), "character varying");
    }
}
