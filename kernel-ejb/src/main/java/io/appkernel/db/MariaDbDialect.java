package io.appkernel.db;

import io.appkernel.db.SqlFailure.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** MySQL and MariaDB. */
final class MariaDbDialect extends Dialect {
    private static final Pattern COLUMN = Pattern.compile(
            "(?:[Cc]olumn|[Ff]ield) (?:`[^`]+`\\.)?(?:`(?<table>[^`]+)`\\.)?" + "[`'](?<column>[^`']+)[`']");

    /** MySQL puts the table before the key's name, MariaDB does not. */
    private static final Pattern UNIQUE = Pattern.compile("for key '(?:(?<table>[^'.]+)\\.)?(?<constraint>[^']+)'");

    private static final Pattern FOREIGN_KEY = Pattern.compile("\\(`[^`]+`\\.`(?<table>[^`]+)`, CONSTRAINT"
            + " `(?<constraint>[^`]+)` FOREIGN KEY \\((?<column>[^)]+)\\)");
    private static final Pattern CHECK = Pattern.compile(
            "(?:CONSTRAINT|[Cc]heck constraint) [`'](?<constraint>[^`']+)[`'](?: failed for `[^`]+`\\.`(?<table>[^`]+)`)?");

    /** Everything strict: what does not fit is refused and never cut, rounded or made zero. */
    private static final String SESSION = "time_zone='+00:00',sql_mode='STRICT_ALL_TABLES,STRICT_TRANS_TABLES,"
            + "NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'";

    @Override
    public String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    public int longestName() {
        return 64;
    }

    @Override
    Kind kind(String state, int code) {
        return switch (code) {
            case 1213, 1020 -> Kind.SERIALIZATION; // deadlock; changed since it was read
            case 1205, 3572 -> Kind.LOCKED;
            case 1062, 1586 -> Kind.UNIQUE;
            case 1216, 1217, 1451, 1452 -> Kind.FOREIGN_KEY;
            case 1048, 1364 -> Kind.NOT_NULL;
            case 3819, 4025 -> Kind.CHECK;
            case 1264, 1406 -> Kind.TOO_LONG;
            // Too many connections, refused, no such database, shutting down, killed, gone.
            case 1040, 1044, 1045, 1049, 1053, 1203, 1927, 2006, 2013, 4031 -> Kind.CONNECTION;
            default -> Kind.OTHER;
        };
    }

    @Override
    SqlFailure described(Kind kind, SQLException e) {
        String message = String.valueOf(e.getMessage());
        return switch (kind) {
            case UNIQUE -> read(kind, UNIQUE, message);
            case FOREIGN_KEY -> read(kind, FOREIGN_KEY, message);
            case NOT_NULL, TOO_LONG -> read(kind, COLUMN, message);
            case CHECK -> read(kind, CHECK, message);
            default -> SqlFailure.of(kind);
        };
    }

    /** MySQL too is spoken to by the driver of MariaDB, which is freely licensed. */
    @Override
    String driver(boolean xa) {
        return xa ? "org.mariadb.jdbc.MariaDbDataSource" : "org.mariadb.jdbc.Driver";
    }

    @Override
    Map<String, String> options(DatabaseUrl url, String application, Duration connect, Duration silence) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectTimeout", Long.toString(connect.toMillis()));
        options.put("socketTimeout", Long.toString(silence.toMillis()));
        options.put("tcpKeepAlive", "true");
        options.put("connectionAttributes", "program_name:" + application);
        options.put("sessionVariables", SESSION);
        return options;
    }

    @Override
    String scheme() {
        return "mariadb";
    }
}
