package io.appkernel.migrations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A named lock of the session; the server has one list of names, so the name tells the database. */
final class MariaDbLock extends SchemaLock {
    private final String name;

    MariaDbLock(DataSource dataSource, Turn turn) {
        super(dataSource);
        this.name = "CONCAT('app-kernel " + (turn == Turn.SCHEMA ? "" : turn + " ") + "', SHA1(DATABASE()))";
    }

    @Override
    boolean attempt(Connection connection, int seconds) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT GET_LOCK(" + name + ", " + seconds + ")")) {
            return answer.next() && answer.getInt(1) == 1;
        }
    }

    @Override
    void release(Connection connection) throws SQLException {
        run(connection, "SELECT RELEASE_LOCK(" + name + ")");
    }
}
