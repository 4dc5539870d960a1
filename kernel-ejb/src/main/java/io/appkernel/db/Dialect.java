package io.appkernel.db;

import io.appkernel.db.SqlFailure.Kind;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What every feature has to know of one kind of database to write SQL for it. One subclass a kind. Stateless. */
public abstract class Dialect {
    private static final int MOST_CHAINED = 20;
    private static final Pattern BRACKETED = Pattern.compile("\\[(\\w+)]");

    Dialect() {}

    static Dialect of(DatabaseKind kind) {
        return switch (kind) {
            case H2 -> new H2Dialect();
            case POSTGRESQL -> new PostgresDialect();
            case MYSQL, MARIADB -> new MariaDbDialect();
            case SQLITE -> throw notBuilt();
        };
    }

    /** Said first by {@link #of}, so that nobody meets a database without a dialect. */
    public static IllegalArgumentException notBuilt() {
        return new IllegalArgumentException("SQLite is not built yet; leave the URL out for the"
                + " embedded default, or name a PostgreSQL, MySQL or MariaDB server");
    }

    /** The name as an identifier, exactly as it is spelt, whatever it contains. */
    public String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A statement of the kernel's own, in which each name stands in brackets: {@code SELECT [id] FROM [kernel_lock]}. */
    public final String sql(String bracketed) {
        return BRACKETED.matcher(bracketed).replaceAll(name -> Matcher.quoteReplacement(quote(name.group(1))));
    }

    /** The longest name the database tells from another, in characters of ASCII. */
    public abstract int longestName();

    /** What an exception of the driver means: the first in its chain and its causes that says something. */
    public final SqlFailure failure(SQLException thrown) {
        int read = 0;
        for (Throwable link : thrown) {
            if (read++ == MOST_CHAINED) {
                break;
            }
            if (link instanceof SQLException sql) {
                Kind kind = kind(sql);
                if (kind != Kind.OTHER) {
                    return described(kind, sql);
                }
            }
        }
        return SqlFailure.of(Kind.OTHER);
    }

    private Kind kind(SQLException e) {
        if (e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException) {
            return Kind.CONNECTION;
        }
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        Kind own = kind(state, e.getErrorCode());
        return own == Kind.OTHER ? ofStandard(state) : own;
    }

    private static Kind ofStandard(String state) {
        return switch (state) {
            case "23505" -> Kind.UNIQUE;
            case "23503" -> Kind.FOREIGN_KEY;
            case "23502" -> Kind.NOT_NULL;
            case "23513", "23514" -> Kind.CHECK;
            case "22001", "22003" -> Kind.TOO_LONG;
            default -> {
                if (state.startsWith("08") || state.startsWith("28")) {
                    yield Kind.CONNECTION;
                }
                yield state.startsWith("40") ? Kind.SERIALIZATION : Kind.OTHER;
            }
        };
    }

    /** What this kind of database alone says so; {@code OTHER} leaves it to the standard's SQL states. */
    abstract Kind kind(String state, int code);

    /** The failure with what the exception tells of table, column and constraint. */
    abstract SqlFailure described(Kind kind, SQLException e);

    /** The class the pool connects with: a {@code Driver}, or an {@code XADataSource}. */
    abstract String driver(boolean xa);

    /** What is added to the URL, where it does not say so itself. */
    abstract Map<String, String> options(DatabaseUrl url, String application, Duration connect, Duration silence);

    /** What stands before the first option of a URL, and between two. */
    String separators() {
        return "?&";
    }

    /** The name that clients of this kind are known under. */
    String scheme() {
        return "postgresql";
    }

    /** The pattern's groups {@code table}, {@code column} and {@code constraint}, as far as it has them. */
    static SqlFailure read(Kind kind, Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find()
                ? new SqlFailure(kind, group(matcher, "table"), group(matcher, "column"), group(matcher, "constraint"))
                : SqlFailure.of(kind);
    }

    private static Optional<String> group(Matcher matcher, String name) {
        return matcher.pattern().pattern().contains("?<" + name + ">")
                ? Optional.ofNullable(matcher.group(name)).map(Dialect::plain)
                : Optional.empty();
    }

    private static String plain(String name) {
        return name.replaceAll("[\"`]", "").replaceAll("\\s+", " ").strip();
    }
}
