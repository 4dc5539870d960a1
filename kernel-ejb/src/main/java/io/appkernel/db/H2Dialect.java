package io.appkernel.db;

import io.appkernel.db.SqlFailure.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

final class H2Dialect extends Dialect {
    /** A name as H2 writes it inside of quotes. */
    private static final String NAME = "(?:\"\"[^\"]+\"\"|\\w+)";

    /** "PUBLIC.CONSTRAINT INDEX PUBLIC.INDEX ON PUBLIC.TABLE_NAME(COLUMN NULLS FIRST, ...) VALUES ...". */
    private static final Pattern UNIQUE = Pattern.compile("\"" + NAME + "\\.(?<constraint>" + NAME + ")(?: [^(]+)? ON "
            + NAME + "\\.(?<table>" + NAME + ")\\((?<column>[^)]+)\\)");

    /** "NAME: PUBLIC.TABLE_NAME FOREIGN KEY(COLUMN) REFERENCES ...". */
    private static final Pattern FOREIGN_KEY = Pattern.compile(
            "\"(?<constraint>" + NAME + "): " + NAME + "\\.(?<table>" + NAME + ") FOREIGN KEY\\((?<column>[^)]+)\\)");

    private static final Pattern NOT_NULL = Pattern.compile("column \"(?<column>[^\"]+)\"");

    /** The name, then the type. */
    private static final Pattern TOO_LONG = Pattern.compile("column \"(?<column>" + NAME + ") ");

    private static final Pattern CHECK = Pattern.compile("\"(?<constraint>" + NAME + "):");

    @Override
    public int longestName() {
        return 256;
    }

    @Override
    Kind kind(String state, int code) {
        return switch (code) {
            case 50200, 90020 -> Kind.LOCKED; // row or table; the file
            case 90131 -> Kind.SERIALIZATION; // changed by another at the same time
            case 90067, 90098, 90121 -> Kind.CONNECTION; // broken; the database is closed
            case 23506 -> Kind.FOREIGN_KEY;
            default -> Kind.OTHER;
        };
    }

    @Override
    SqlFailure described(Kind kind, SQLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (kind) {
            case UNIQUE -> withoutOrder(read(kind, UNIQUE, message));
            case FOREIGN_KEY -> read(kind, FOREIGN_KEY, message);
            case NOT_NULL -> read(kind, NOT_NULL, message);
            case TOO_LONG -> read(kind, TOO_LONG, message);
            case CHECK -> read(kind, CHECK, message);
            default -> SqlFailure.of(kind);
        };
    }

    private static SqlFailure withoutOrder(SqlFailure failure) {
        return new SqlFailure(
                failure.kind(),
                failure.table(),
                failure.column().map(columns -> columns.replaceAll(" (ASC|DESC|NULLS (FIRST|LAST))", "")),
                failure.constraint());
    }

    @Override
    String driver(boolean xa) {
        return xa ? "org.h2.jdbcx.JdbcDataSource" : "org.h2.Driver";
    }

    /**
     * An acknowledged commit must survive a power cut, and the deployment itself closes the database, not a hook that
     * runs beside the server's own shutdown.
     */
    @Override
    Map<String, String> options(DatabaseUrl url, String application, Duration connect, Duration silence) {
        Map<String, String> options = new LinkedHashMap<>();
        if (url.embedded()) {
            options.put("WRITE_DELAY", "0");
            options.put("DB_CLOSE_ON_EXIT", "FALSE");
        }
        return options;
    }

    @Override
    String separators() {
        return ";;";
    }

    @Override
    String scheme() {
        return "h2";
    }
}
