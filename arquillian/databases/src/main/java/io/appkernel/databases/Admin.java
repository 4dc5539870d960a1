package io.appkernel.databases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** What is said to a server as the user who may create databases. */
final class Admin {
    private Admin() {}

    static String newName() {
        return "t_" + UUID.randomUUID().toString().replace("-", "");
    }

    static void run(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    /** The URL with another database in the place of its own. */
    static String withDatabase(String url, String database) {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        return place.substring(0, place.lastIndexOf('/') + 1) + database + (query < 0 ? "" : url.substring(query));
    }

    static String version(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The test server does not answer", e);
        }
    }
}
