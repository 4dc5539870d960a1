package io.appkernel.schema;

import io.appkernel.db.Database;
import io.appkernel.db.Dialect;
import io.appkernel.schema.LiveTable.LiveColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How one kind of database spells types, values and statements. One subclass a kind. Stateless. */
abstract class Ddl {
    static final String NOW = "now()";

    private final Dialect dialect;

    Ddl(Dialect dialect) {
        this.dialect = dialect;
    }

    static Ddl of(Database database, Connection connection) throws SQLException {
        return switch (database.kind()) {
            case H2 -> new H2Ddl(database.dialect());
            case POSTGRESQL -> new PostgresDdl(database.dialect());
            case MYSQL, MARIADB -> MariaDbDdl.of(database.dialect(), connection);
            case SQLITE -> throw Dialect.notBuilt();
        };
    }

    /** The type, spelt as the catalogue spells it after {@link Catalog} has read it. */
    abstract String type(ColumnType type);

    /** The text as a literal that a script can hold: on one line, and without what Liquibase takes for a parameter. */
    abstract String text(String value);

    static boolean needsEscapes(String value) {
        return value.contains("\n") || value.contains("\r") || value.contains("${");
    }

    /** The expression for the moment of the insert. */
    abstract String now(ColumnType.Kind kind);

    String dropIndex(String table, String index) {
        return "DROP INDEX " + quote(index);
    }

    String dropUnique(String table, String name) {
        return dropCheck(table, name);
    }

    String dropForeignKey(String table, String name) {
        return dropCheck(table, name);
    }

    abstract String setType(String table, LiveColumn before, LiveColumn after);

    /** The column as a value of another type, by way of text where no other way is known. */
    String cast(LiveColumn from, String type, String text) {
        String column = quote(from.name());
        return Conversions.numbers(from.type(), type)
                ? "CAST(" + column + " AS " + type + ")"
                : "CAST(CAST(" + column + " AS " + text + ") AS " + type + ")";
    }

    /** The type as CAST knows it. */
    String castType(ColumnType type) {
        return type(type);
    }

    String setDefault(String table, LiveColumn after) {
        return alterColumn(table, after.name())
                + (after.defaultSql() == null ? "DROP DEFAULT" : "SET DEFAULT " + after.defaultSql());
    }

    String setNullable(String table, LiveColumn after) {
        return alterColumn(table, after.name()) + (after.nullable() ? "DROP NOT NULL" : "SET NOT NULL");
    }

    String quote(String name) {
        return dialect.quote(name);
    }

    int longestName() {
        return dialect.longestName();
    }

    String quoteAll(List<String> names) {
        return names.stream().map(this::quote).collect(Collectors.joining(", "));
    }

    /** What stands behind the closing bracket of CREATE TABLE. */
    String tableOptions() {
        return "";
    }

    String condition(Check check) {
        return check.sql(this::quote, this::insideLiteral);
    }

    /** What stands between apostrophes, as this database reads it. */
    String insideLiteral(String inside) {
        return inside;
    }

    List<String> createTable(Table table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(definition(column)));
        if (!table.primaryKey().isEmpty()) {
            parts.add("PRIMARY KEY (" + quoteAll(table.primaryKey()) + ")");
        }
        table.indexes().stream().filter(Index::unique).forEach(index -> parts.add(uniqueConstraint(table, index)));
        table.checks().forEach(check -> parts.add(checkConstraint(table, check)));
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE " + quote(table.name()) + " (\n  " + String.join(",\n  ", parts) + "\n)"
                + tableOptions());
        table.indexes().stream()
                .filter(index -> !index.unique())
                .forEach(index -> statements.add(createIndex(table, index)));
        return statements;
    }

    String definition(Column column) {
        StringBuilder sql = new StringBuilder(quote(column.name())).append(' ').append(type(column.type()));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultExpression(column.type(), column.defaultValue()));
        }
        return sql.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    String createIndex(Table table, Index index) {
        return "CREATE INDEX " + quote(Names.index(table, index, longestName())) + " ON " + quote(table.name()) + " ("
                + quoteAll(index.columns()) + ")";
    }

    String uniqueConstraint(Table table, Index index) {
        return "CONSTRAINT " + quote(Names.index(table, index, longestName())) + " UNIQUE (" + quoteAll(index.columns())
                + ")";
    }

    String checkConstraint(Table table, Check check) {
        return "CONSTRAINT " + quote(Names.check(table, check, longestName())) + " CHECK (" + condition(check) + ")";
    }

    String foreignKeyConstraint(Table table, ForeignKey key) {
        return "CONSTRAINT " + quote(Names.foreignKey(table, key, longestName())) + " FOREIGN KEY ("
                + quoteAll(key.columns()) + ") REFERENCES " + quote(key.table()) + " (" + quoteAll(key.tableColumns())
                + ")";
    }

    String alter(String table) {
        return "ALTER TABLE " + quote(table) + " ";
    }

    String alterColumn(String table, String column) {
        return alter(table) + "ALTER COLUMN " + quote(column) + " ";
    }

    String dropCheck(String table, String name) {
        return alter(table) + "DROP CONSTRAINT " + quote(name);
    }

    /** Whether the default in the catalogue is the wanted one. */
    boolean isDefault(ColumnType type, @Nullable String wanted, @Nullable String live) {
        return Defaults.same(type, wanted, live, false);
    }

    /** The value as it stands behind DEFAULT. */
    String defaultExpression(ColumnType type, String value) {
        return literal(type, value);
    }

    /** The value of a default as SQL. */
    String literal(ColumnType type, String value) {
        try {
            return switch (type.kind()) {
                case TEXT, JSON, UUID -> text(value);
                case BOOLEAN -> bool(value);
                case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> new BigDecimal(value.strip()).toPlainString();
                case DATE ->
                    value.equals(NOW)
                            ? now(type.kind())
                            : "DATE " + text(LocalDate.parse(value).toString());
                case TIME ->
                    value.equals(NOW) ? now(type.kind()) : "TIME " + text(Moments.text(LocalTime.parse(value)));
                case DATETIME ->
                    value.equals(NOW)
                            ? now(type.kind())
                            : "TIMESTAMP " + text(Moments.text(LocalDateTime.parse(value)));
                case INSTANT -> value.equals(NOW) ? now(type.kind()) : instant(Instant.parse(value));
                case BYTES -> throw new IllegalArgumentException("no default is possible");
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The default \"" + value + "\" is no value of the type " + type + ": " + e.getMessage(), e);
        }
    }

    String instant(Instant value) {
        return "TIMESTAMP WITH TIME ZONE " + text(Moments.text(Moments.utc(value)) + "+00:00");
    }

    private static String bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> "TRUE";
            case "false", "0" -> "FALSE";
            default -> throw new IllegalArgumentException("write true or false");
        };
    }
}
