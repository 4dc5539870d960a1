package io.appkernel.schema;

final class PostgresCatalog extends Catalog {
    @Override
    String columns() {
        return """
                SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
                       pg_get_expr(d.adbin, d.adrelid), NULL
                FROM pg_class c
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
                WHERE c.relkind IN ('r', 'p') AND c.relnamespace = current_schema()::regnamespace
                ORDER BY c.relname, a.attnum""";
    }

    @Override
    String keys() {
        return """
                SELECT c.relname, k.conname AS name, k.contype::text, a.attname, r.relname, ra.attname, u.pos
                FROM pg_constraint k
                JOIN pg_class c ON c.oid = k.conrelid
                LEFT JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS u(col, ref, pos) ON true
                LEFT JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.col
                LEFT JOIN pg_class r ON r.oid = k.confrelid
                LEFT JOIN pg_attribute ra ON ra.attrelid = k.confrelid AND ra.attnum = u.ref
                WHERE c.relnamespace = current_schema()::regnamespace AND k.contype IN ('p', 'u', 'f', 'c')
                UNION ALL
                SELECT c.relname, i.relname, CASE WHEN x.indisunique THEN 'v' ELSE 'i' END, a.attname, NULL, NULL, u.pos
                FROM pg_index x
                JOIN pg_class c ON c.oid = x.indrelid
                JOIN pg_class i ON i.oid = x.indexrelid
                CROSS JOIN LATERAL unnest(x.indkey::smallint[]) WITH ORDINALITY AS u(col, pos)
                LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.col AND u.col > 0
                WHERE c.relnamespace = current_schema()::regnamespace AND x.indisvalid AND x.indpred IS NULL
                  AND u.pos <= x.indnkeyatts
                  AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u'))
                ORDER BY 1, 2, 7""";
    }

    @Override
    String type(String raw) {
        return switch (raw) {
            case "timestamp with time zone" -> "timestamp(6) with time zone";
            case "timestamp without time zone" -> "timestamp(6) without time zone";
            case "time without time zone" -> "time(6) without time zone";
            default -> raw;
        };
    }
}
