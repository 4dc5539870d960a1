package io.appkernel.migrations;

import io.appkernel.db.Database;
import io.appkernel.db.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets one instance of all that share a database have its turn. The lock belongs to a session, so it ends with the process
 * that holds it. One subclass a kind. Thread-safe.
 */
abstract class SchemaLock {
    /** How long one attempt waits inside the database before the log says that it waits. */
    static final int SECONDS = 5;

    private final DataSource dataSource;

    SchemaLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    static SchemaLock of(Database database, Turn turn) {
        return switch (database.kind()) {
            case POSTGRESQL -> new PostgresLock(database.dataSource(), turn);
            case MYSQL, MARIADB -> new MariaDbLock(database.dataSource(), turn);
            case H2 -> new H2Lock(database.dataSource(), turn);
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
        while (true) {
            Optional<Held> held = take(SECONDS, waiting);
            if (held.isPresent()) {
                return held.get();
            }
        }
    }

    /** Waits for the lock for so many seconds; empty when it was not free. */
    Optional<Held> take(int seconds, Runnable waiting) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(true);
            if (!attempt(connection, 0)) {
                waiting.run();
                if (!attempt(connection, seconds)) {
                    connection.close();
                    return Optional.empty();
                }
            }
            return Optional.of(() -> {
                try (connection) {
                    release(connection);
                }
            });
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
