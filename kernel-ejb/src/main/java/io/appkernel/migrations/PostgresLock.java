package io.appkernel.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** An advisory lock of the session, one for each schema of the database. */
final class PostgresLock extends SchemaLock {
    private static final String NOT_AVAILABLE = "55P03";

    private final String key;

    PostgresLock(DataSource dataSource, Turn turn) {
        super(dataSource);
        this.key =
                "hashtextextended('app-kernel " + (turn == Turn.SCHEMA ? "" : turn + " ") + "' || current_schema(), 0)";
    }

    @Override
    boolean attempt(Connection connection, int seconds) throws SQLException {
        if (seconds > 0) {
            return waitFor(connection, seconds);
        }
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_try_advisory_lock(" + key + ")")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private boolean waitFor(Connection connection, int seconds) throws SQLException {
        run(connection, "SET lock_timeout = '" + seconds + "s'");
        try {
            run(connection, "SELECT pg_advisory_lock(" + key + ")");
            return true;
        } catch (SQLException e) {
            if (NOT_AVAILABLE.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        } finally {
            run(connection, "RESET lock_timeout");
        }
    }

    @Override
    void release(Connection connection) throws SQLException {
        run(connection, "SELECT pg_advisory_unlock(" + key + ")");
    }
}
