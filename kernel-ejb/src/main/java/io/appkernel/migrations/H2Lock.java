package io.appkernel.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;

/** A row that a transaction of its own keeps locked; holds between deployments of a JVM and between processes. */
final class H2Lock extends SchemaLock {
    /** LOCK_TIMEOUT_1, CONCURRENT_UPDATE_1 and DEADLOCK_1. */
    private static final Set<Integer> BUSY = Set.of(50200, 90131, 40001);

    private final int row;

    H2Lock(DataSource dataSource, Turn turn) {
        super(dataSource);
        this.row = turn == Turn.SCHEMA ? 1 : 2;
    }

    @Override
    boolean attempt(Connection connection, int seconds) throws SQLException {
        int before = timeout(connection);
        try {
            run(connection, "SET LOCK_TIMEOUT " + Math.max(1, seconds * 1000));
            connection.setAutoCommit(true);
            run(connection, "CREATE TABLE IF NOT EXISTS \"kernel_lock\" (\"id\" integer PRIMARY KEY)");
            run(
                    connection,
                    "INSERT INTO \"kernel_lock\" SELECT " + row
                            + " WHERE NOT EXISTS (SELECT 1 FROM \"kernel_lock\" WHERE \"id\" = " + row + ")");
            connection.setAutoCommit(false);
            run(connection, "SELECT \"id\" FROM \"kernel_lock\" WHERE \"id\" = " + row + " FOR UPDATE");
            return true;
        } catch (SQLException e) {
            connection.setAutoCommit(true);
            if (BUSY.contains(e.getErrorCode())) {
                return false;
            }
            throw e;
        } finally {
            run(connection, "SET LOCK_TIMEOUT " + before);
        }
    }

    private static int timeout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    @Override
    void release(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }
}
