package io.appkernel.migrations;

import io.appkernel.db.Database;
import io.appkernel.db.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one instance of all that share a database migrate. The lock belongs to a session, so it ends with the process
 * that holds it. One subclass a kind. Thread-safe.
 */
abstract class SchemaLock {
    /** How long one attempt waits inside the database before the log says that it waits. */
    static final int SECONDS = 5;

    private final DataSource dataSource;

    SchemaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static SchemaLock of(Database database) {
        return switch (database.kind()) {
            case POSTGRESQL -> new PostgresLock(database.dataSource());
            case MYSQL, MARIADB -> new MariaDbLock(database.dataSource());
            case H2 -> new H2Lock(database.dataSource());
            case SQLITE -> throw Dialect.notBuilt();
        };
    }

    /** The lock, until closed. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Waits for the lock, however long. */
    Held take(Runnable waiting) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            if (!attempt(connection, 0)) {
                do {
                    waiting.run();
                } while (!attempt(connection, SECONDS));
            }
            return () -> {
                try (connection) {
                    release(connection);
                }
            };
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Whether the lock was free within so many seconds. */
    abstract boolean attempt(Connection connection, int seconds) throws SQLException;

    /** Gives the lock back and leaves the connection as it was. */
    abstract void release(Connection connection) throws SQLException;

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
