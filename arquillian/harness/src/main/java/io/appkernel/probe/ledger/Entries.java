package io.appkernel.probe.ledger;

import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows of one table, through the pool itself as an app would do it that knows nothing of the kernel's facade. */
@ApplicationScoped
public class Entries {
    @Inject
    Database database;

    @Inject
    Db db;

    public void makeTable() {
        db.useConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS entries (id VARCHAR(60) PRIMARY KEY)");
            }
        });
    }

    public void add(String id) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO entries (id) VALUES (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw db.failure(e);
        }
    }

    /** As an app does that knows nothing of the kernel at all. */
    public void addPlainly(String id) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO entries (id) VALUES (?)")) {
            insert.setString(1, id);
            insert.executeUpdate();
        }
    }

    /** On a connection that broke meanwhile. */
    public void addOnBroken(String id) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO entries (id) VALUES (?)")) {
            insert.setString(1, id);
            try (Statement statement = connection.createStatement();
                    ResultSet result =
                            statement.executeQuery(isH2() ? "SELECT SESSION_ID()" : "SELECT pg_backend_pid()")) {
                result.next();
                abort(result.getLong(1));
            }
            insert.executeUpdate();
        }
    }

    public int count(String prefix) {
        return (int) number("SELECT COUNT(*) FROM entries WHERE id LIKE '" + prefix + "%'");
    }

    /** Tells one connection from another. */
    public long session() {
        return number(isH2() ? "SELECT SESSION_ID()" : "SELECT pg_backend_pid()");
    }

    /** Breaks another connection. */
    public void abort(long session) {
        number(isH2() ? "SELECT ABORT_SESSION(" + session + ")" : "SELECT pg_terminate_backend(" + session + ")::int");
    }

    public boolean commitsByItself() {
        return db.withConnection(Connection::getAutoCommit);
    }

    private boolean isH2() {
        return database.kind() == DatabaseKind.H2;
    }

    private long number(String sql) {
        return db.withConnection(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql)) {
                result.next();
                return isH2() && sql.contains("ABORT") ? 0L : result.getLong(1);
            }
        });
    }
}
