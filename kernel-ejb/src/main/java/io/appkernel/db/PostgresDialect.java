package io.appkernel.db;

import io.appkernel.db.SqlFailure.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

final class PostgresDialect extends Dialect {
    /** "Key (column, column)=(...) already exists", the only place that names the columns of an index. */
    private static final Pattern KEY = Pattern.compile("\\((?<column>[^)]+)\\)=\\(");

    @Override
    public int longestName() {
        return 63;
    }

    @Override
    Kind kind(String state, int code) {
        return switch (state) {
            // Shutting down, crashed, starting; too many connections; no such database.
            case "57P01", "57P02", "57P03", "53300", "3D000" -> Kind.CONNECTION;
            case "55P03" -> Kind.LOCKED;
            default -> Kind.OTHER;
        };
    }

    @Override
    SqlFailure described(Kind kind, SQLException e) {
        ServerErrorMessage said = e instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (said == null) {
            return SqlFailure.of(kind);
        }
        Optional<String> column = text(said.getColumn());
        if (kind == Kind.UNIQUE || kind == Kind.FOREIGN_KEY) {
            column = column.or(() -> text(said.getDetail())
                    .flatMap(detail -> read(kind, KEY, detail).column()));
        }
        return new SqlFailure(kind, text(said.getTable()), column, text(said.getConstraint()));
    }

    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }

    @Override
    String driver(boolean xa) {
        return xa ? "org.postgresql.xa.PGXADataSource" : "org.postgresql.Driver";
    }

    /** Rewriting only changes what a batch of plain inserts says of its rows: "done" instead of "1 each". */
    @Override
    Map<String, String> options(DatabaseUrl url, String application, Duration connect, Duration silence) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("ApplicationName", application);
        options.put("connectTimeout", seconds(connect));
        options.put("socketTimeout", seconds(silence));
        options.put("tcpKeepAlive", "true");
        options.put("reWriteBatchedInserts", "true");
        return options;
    }

    private static String seconds(Duration time) {
        return Long.toString(Math.max(1, time.toSeconds()));
    }
}
