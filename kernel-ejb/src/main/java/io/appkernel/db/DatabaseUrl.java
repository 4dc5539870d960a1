package io.appkernel.db;

import io.appkernel.settings.SecretText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database as its driver wants it, made of the familiar short form ({@code postgres://user:password@host:5432/name},
 * {@code sqlite:///./data/app.db}) or of a {@code jdbc:} URL. Immutable. User and password are taken out of the URL
 * wherever they stand in it, and decoded.
 *
 * @param jdbcUrl without user and password
 */
public record DatabaseUrl(DatabaseKind kind, String jdbcUrl, Optional<String> user, Optional<SecretText> password) {
    private static final Pattern JDBC = Pattern.compile("jdbc:(?<scheme>[A-Za-z0-9]+):(?<rest>\\S+)");
    private static final Pattern SHORT = Pattern.compile("(?<scheme>[A-Za-z0-9]+)://(?<rest>\\S*)");
    private static final Pattern AUTHORITY = Pattern.compile("(?<hosts>[^/?#]*)(?<path>/[^?#]*)?(?<query>\\?.*)?");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:,@()]+)(:\\d{1,5})?");
    private static final String FORMS = "must look like postgres://user:password@host:5432/name, mysql://...,"
            + " mariadb://..., sqlite:///./data/app.db or a jdbc: URL of H2, SQLite, PostgreSQL, MySQL or MariaDB";

    /**
     * Reads a URL.
     *
     * @param name what the message of a refusal begins with
     * @throws IllegalArgumentException saying what is wrong, without the URL or a part of it
     */
    public static DatabaseUrl parse(String name, SecretText url) {
        try {
            return parse(url.reveal().strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " " + e.getMessage());
        }
    }

    /** The database of an application that names none: a file under the data directory, safe against power loss. */
    public static DatabaseUrl embedded(Path dataDir) {
        String file = dataDir.resolve("app").toAbsolutePath().normalize().toString();
        String jdbcUrl = "jdbc:h2:file:" + file.replace('\\', '/') + ";WRITE_DELAY=0";
        return new DatabaseUrl(DatabaseKind.H2, jdbcUrl, Optional.of("sa"), Optional.empty());
    }

    /** Whether the database lives inside this process, which prod does not accept. */
    public boolean embedded() {
        return kind == DatabaseKind.SQLITE
                || kind == DatabaseKind.H2 && !jdbcUrl.toLowerCase(Locale.ROOT).matches("jdbc:h2:(tcp|ssl):.*");
    }

    /** Without parameters, any of which may be a secret of its own. */
    @Override
    public String toString() {
        return jdbcUrl.split("[?;(]", 2)[0];
    }

    private static DatabaseUrl parse(String url) {
        Matcher jdbc = JDBC.matcher(url);
        if (jdbc.matches()) {
            return ofJdbc(kind(jdbc.group("scheme")), jdbc.group("rest"));
        }
        Matcher brief = SHORT.matcher(url);
        if (!brief.matches()) {
            throw new IllegalArgumentException(FORMS);
        }
        DatabaseKind kind = kind(brief.group("scheme"));
        return switch (kind) {
            case SQLITE -> ofFile(brief.group("rest"));
            case H2 -> throw new IllegalArgumentException(FORMS);
            default -> ofServer(kind, brief.group("rest"));
        };
    }

    private static DatabaseKind kind(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "postgres", "postgresql" -> DatabaseKind.POSTGRESQL;
            case "mysql" -> DatabaseKind.MYSQL;
            case "mariadb" -> DatabaseKind.MARIADB;
            case "sqlite" -> DatabaseKind.SQLITE;
            case "h2" -> DatabaseKind.H2;
            default -> throw new IllegalArgumentException(FORMS);
        };
    }

    /** One slash ends the empty host; what follows is the path, relative unless it begins with a slash of its own. */
    private static DatabaseUrl ofFile(String rest) {
        if (!rest.isEmpty() && !rest.startsWith("/")) {
            throw new IllegalArgumentException(
                    "must have three slashes before a relative path, sqlite:///./data/app.db,"
                            + " and four before an absolute one, sqlite:////var/data/app.db");
        }
        String path = rest.length() < 2 ? ":memory:" : rest.substring(1);
        return new DatabaseUrl(DatabaseKind.SQLITE, "jdbc:sqlite:" + path, Optional.empty(), Optional.empty());
    }

    private static DatabaseUrl ofServer(DatabaseKind kind, String rest) {
        UrlCredentials taken = UrlCredentials.takenFrom("//" + rest, '?', '&');
        Matcher parts = AUTHORITY.matcher(taken.rest().substring(2));
        if (!parts.matches() || !hosts(parts.group("hosts"))) {
            throw new IllegalArgumentException("must name its host as host, host:port or [IPv6]:port; in user and"
                    + " password write / as %2F, ? as %3F, # as %23 and @ as %40");
        }
        if (parts.group("path") == null || parts.group("path").length() < 2) {
            throw new IllegalArgumentException("must end with the name of a database, as in host:5432/name");
        }
        return with(kind, taken);
    }

    private static boolean hosts(String hosts) {
        for (String host : hosts.split(",", -1)) {
            if (!HOST.matcher(host).matches()) {
                return false;
            }
        }
        return true;
    }

    private static DatabaseUrl ofJdbc(DatabaseKind kind, String rest) {
        return switch (kind) {
            case SQLITE -> new DatabaseUrl(kind, "jdbc:sqlite:" + rest, Optional.empty(), Optional.empty());
            case H2 -> with(kind, UrlCredentials.takenFrom(rest, ';', ';'));
            default -> with(kind, UrlCredentials.takenFrom(rest, '?', '&'));
        };
    }

    private static DatabaseUrl with(DatabaseKind kind, UrlCredentials taken) {
        String scheme = kind.name().toLowerCase(Locale.ROOT);
        return new DatabaseUrl(kind, "jdbc:" + scheme + ":" + taken.rest(), taken.user(), taken.password());
    }
}
