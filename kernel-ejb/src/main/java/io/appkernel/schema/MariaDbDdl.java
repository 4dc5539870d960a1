package io.appkernel.schema;

import io.appkernel.db.Dialect;
import io.appkernel.schema.LiveTable.LiveColumn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB and MySQL. Instants are {@code datetime(6)} in UTC, for {@code timestamp} ends in 2038 and turns with the
 * session's zone; JSON is a text of any length; a UUID is its text, which both know. A collation that compares code
 * points and does not pad makes equality the same as on the other databases.
 */
final class MariaDbDdl extends Ddl {
    /** Four bytes a character, and a row holds 65,535. */
    private static final int LONGEST_TEXT = 16_383;

    private static final int LONGEST_BYTES = 65_000;

    private final boolean mysql;

    private MariaDbDdl(Dialect dialect, boolean mysql) {
        super(dialect);
        this.mysql = mysql;
    }

    /** Asks the server which of the two it is, whatever its URL says. */
    static MariaDbDdl of(Dialect dialect, Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductVersion()
                + connection.getMetaData().getDatabaseProductName();
        return new MariaDbDdl(dialect, !product.toLowerCase(Locale.ROOT).contains("mariadb"));
    }

    boolean mysql() {
        return mysql;
    }

    @Override
    String type(ColumnType type) {
        return switch (type.kind()) {
            case TEXT -> sized("varchar", type.length(), LONGEST_TEXT, "longtext");
            case JSON -> "longtext";
            case BYTES -> sized("varbinary", type.length(), LONGEST_BYTES, "longblob");
            case BOOLEAN -> "tinyint(1)";
            case SMALLINT -> "smallint";
            case INTEGER -> "int";
            case BIGINT -> "bigint";
            case REAL -> "float";
            case DOUBLE -> "double";
            case DECIMAL -> "decimal(" + type.precision() + "," + type.scale() + ")";
            case INSTANT, DATETIME -> "datetime(6)";
            case DATE -> "date";
            case TIME -> "time(6)";
            case UUID -> "char(36)";
        };
    }

    private static String sized(String name, int length, int longest, String unlimited) {
        return length == 0 || length > longest ? unlimited : name + "(" + length + ")";
    }

    @Override
    String castType(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "SIGNED";
            case DATE, TIME, INSTANT, DATETIME, DECIMAL, DOUBLE -> type(type);
            case REAL -> "double";
            case BYTES -> "BINARY";
            default -> "CHAR";
        };
    }

    @Override
    String tableOptions() {
        return " ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE "
                + (mysql ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin");
    }

    @Override
    String text(String value) {
        String quoted = "'" + insideLiteral(value.replace("'", "''")) + "'";
        return quoted.replace("\n", "\\n").replace("\r", "\\r").replace("${", "$\\{");
    }

    @Override
    String insideLiteral(String inside) {
        return inside.replace("\\", "\\\\");
    }

    @Override
    String instant(Instant value) {
        return "TIMESTAMP " + text(Moments.text(Moments.utc(value)));
    }

    @Override
    String now(ColumnType.Kind kind) {
        return switch (kind) {
            case DATE -> "curdate()";
            case TIME -> "curtime(6)";
            case DATETIME -> "current_timestamp(6)";
            default -> "utc_timestamp(6)";
        };
    }

    /** The catalogue shows a question mark for each character outside of the first plane. */
    @Override
    boolean isDefault(ColumnType type, @Nullable String wanted, @Nullable String live) {
        String shown = wanted == null ? null : wanted.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
        return Defaults.same(type, shown, live, true);
    }

    /** MySQL wants brackets around what it calls an expression, and long texts to be one. */
    @Override
    String defaultExpression(ColumnType type, String value) {
        String literal = literal(type, value);
        boolean bare = value.equals(NOW)
                ? type.kind() == ColumnType.Kind.DATETIME
                : !mysql || !type(type).equals("longtext");
        return bare ? literal : "(" + literal + ")";
    }

    @Override
    String dropIndex(String table, String index) {
        return "DROP INDEX " + quote(index) + " ON " + quote(table);
    }

    @Override
    String dropUnique(String table, String name) {
        return dropIndex(table, name);
    }

    @Override
    String dropForeignKey(String table, String name) {
        return alter(table) + "DROP FOREIGN KEY " + quote(name);
    }

    @Override
    String setType(String table, LiveColumn before, LiveColumn after) {
        return modify(table, after);
    }

    /** Where null is allowed, no default at all would make inserts name the column. */
    @Override
    String setDefault(String table, LiveColumn after) {
        return after.defaultSql() == null && after.nullable()
                ? alterColumn(table, after.name()) + "SET DEFAULT NULL"
                : super.setDefault(table, after);
    }

    @Override
    String setNullable(String table, LiveColumn after) {
        return modify(table, after);
    }

    private String modify(String table, LiveColumn after) {
        return alter(table) + "MODIFY COLUMN " + quote(after.name()) + " " + after.type()
                + (after.nullable() ? " NULL" : " NOT NULL")
                + (after.defaultSql() == null ? "" : " DEFAULT " + after.defaultSql());
    }
}
