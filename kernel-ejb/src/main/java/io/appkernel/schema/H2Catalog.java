package io.appkernel.schema;

import java.util.Locale;

final class H2Catalog extends Catalog {
    @Override
    String columns() {
        return """
                SELECT t.TABLE_NAME, c.COLUMN_NAME,
                       c.DATA_TYPE || '|' || COALESCE(c.CHARACTER_MAXIMUM_LENGTH, 0) || '|'
                           || COALESCE(c.NUMERIC_PRECISION, 0) || '|' || COALESCE(c.NUMERIC_SCALE, 0) || '|'
                           || COALESCE(c.DATETIME_PRECISION, 0),
                       c.IS_NULLABLE = 'YES', c.COLUMN_DEFAULT, NULL
                FROM INFORMATION_SCHEMA.TABLES t
                LEFT JOIN INFORMATION_SCHEMA.COLUMNS c ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME
                WHERE t.TABLE_SCHEMA = CURRENT_SCHEMA AND t.TABLE_TYPE = 'BASE TABLE'
                ORDER BY t.TABLE_NAME, c.ORDINAL_POSITION""";
    }

    @Override
    String keys() {
        return """
                SELECT k.TABLE_NAME, k.CONSTRAINT_NAME,
                       CASE k.CONSTRAINT_TYPE WHEN 'PRIMARY KEY' THEN 'p' WHEN 'UNIQUE' THEN 'u'
                            WHEN 'CHECK' THEN 'c' ELSE 'f' END,
                       u.COLUMN_NAME, ru.TABLE_NAME, ru.COLUMN_NAME, u.ORDINAL_POSITION
                FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS k
                LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE u
                       ON u.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND u.CONSTRAINT_NAME = k.CONSTRAINT_NAME
                LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
                       ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
                LEFT JOIN INFORMATION_SCHEMA.KEY_COLUMN_USAGE ru
                       ON ru.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA
                      AND ru.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
                      AND ru.ORDINAL_POSITION = u.POSITION_IN_UNIQUE_CONSTRAINT
                WHERE k.TABLE_SCHEMA = CURRENT_SCHEMA
                UNION ALL
                SELECT i.TABLE_NAME, i.INDEX_NAME, CASE WHEN i.INDEX_TYPE_NAME LIKE 'UNIQUE%' THEN 'v' ELSE 'i' END,
                       x.COLUMN_NAME, NULL, NULL, x.ORDINAL_POSITION
                FROM INFORMATION_SCHEMA.INDEXES i
                JOIN INFORMATION_SCHEMA.INDEX_COLUMNS x
                  ON x.INDEX_SCHEMA = i.INDEX_SCHEMA AND x.INDEX_NAME = i.INDEX_NAME AND x.TABLE_NAME = i.TABLE_NAME
                WHERE i.TABLE_SCHEMA = CURRENT_SCHEMA AND NOT i.IS_GENERATED
                ORDER BY 1, 2, 7""";
    }

    /** Puts the measures where they stand in a definition. */
    @Override
    String type(String raw) {
        String[] parts = raw.toLowerCase(Locale.ROOT).split("\\|");
        return switch (parts[0]) {
            case "character varying", "binary varying", "character", "binary" -> parts[0] + "(" + parts[1] + ")";
            case "numeric", "decimal", "decfloat" -> "numeric(" + parts[2] + "," + parts[3] + ")";
            case "timestamp with time zone" -> "timestamp(" + parts[4] + ") with time zone";
            case "timestamp", "time" -> parts[0] + "(" + parts[4] + ")";
            default -> parts[0];
        };
    }
}
