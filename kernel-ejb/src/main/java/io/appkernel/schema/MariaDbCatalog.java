package io.appkernel.schema;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

final class MariaDbCatalog extends Catalog {
    private final boolean mysql;

    MariaDbCatalog(boolean mysql) {
        this.mysql = mysql;
    }

    @Override
    String columns() {
        return """
                SELECT t.TABLE_NAME, c.COLUMN_NAME, c.COLUMN_TYPE, c.IS_NULLABLE = 'YES', c.COLUMN_DEFAULT, c.EXTRA
                FROM information_schema.TABLES t
                LEFT JOIN information_schema.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
                WHERE t.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE'
                ORDER BY t.TABLE_NAME, c.ORDINAL_POSITION""";
    }

    /** A unique constraint is an index here, so it is told once. */
    @Override
    String keys() {
        return """
                SELECT TABLE_NAME, INDEX_NAME,
                       CASE WHEN INDEX_NAME = 'PRIMARY' THEN 'p' WHEN NON_UNIQUE = 0 THEN 'u' ELSE 'i' END,
                       CASE WHEN SUB_PART IS NULL THEN COLUMN_NAME END, NULL, NULL, SEQ_IN_INDEX
                FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE()
                UNION ALL
                SELECT TABLE_NAME, CONSTRAINT_NAME, 'f', COLUMN_NAME, REFERENCED_TABLE_NAME, REFERENCED_COLUMN_NAME,
                       ORDINAL_POSITION
                FROM information_schema.KEY_COLUMN_USAGE
                WHERE TABLE_SCHEMA = DATABASE() AND REFERENCED_TABLE_NAME IS NOT NULL
                UNION ALL
                SELECT TABLE_NAME, CONSTRAINT_NAME, 'c', NULL, NULL, NULL, 1
                FROM information_schema.TABLE_CONSTRAINTS
                WHERE TABLE_SCHEMA = DATABASE() AND CONSTRAINT_TYPE = 'CHECK'
                ORDER BY 1, 2, 7""";
    }

    /** Widths of whole numbers mean nothing, and MySQL no longer shows them. */
    @Override
    String type(String raw) {
        String type = raw.toLowerCase(Locale.ROOT);
        return type.matches("(smallint|int|bigint)\\(\\d+\\)") ? type.substring(0, type.indexOf('(')) : type;
    }

    /** MariaDB shows an expression; MySQL the bare value, unless it says that it is one. */
    @Override
    @Nullable String defaultSql(@Nullable String raw, @Nullable String more, String type) {
        if (raw == null || !mysql) {
            return raw == null || raw.equals("NULL") ? null : bracketed(raw);
        }
        boolean expression = more != null && more.contains("DEFAULT_GENERATED");
        if (expression) {
            return "(" + raw.replace("\\'", "'") + ")";
        }
        return raw.matches("-?\\d+(\\.\\d+)?") && !type.matches("(var)?char.*|.*text")
                ? raw
                : "'" + raw.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** What is neither a value nor the one function that may stand bare. */
    private static String bracketed(String raw) {
        return raw.matches("(?s)'.*'|-?[\\d.]+(e[+-]?\\d+)?|current_timestamp.*") ? raw : "(" + raw + ")";
    }
}
