package io.appkernel.databases;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is said to a server as the user who may create databases. */
final class Admin {
    private Admin() {}

    static String newName() {
        return "t_" + UUID.randomUUID().toString().replace("-", "");
    }

    static void run(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    /** Past DriverManager, from whose list a kernel that ended in this JVM has taken its drivers. */
    private static Connection connect(String url) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            @Nullable Connection connection = driver.connect(url, new Properties());
            if (connection != null) {
                return connection;
            }
        }
        throw new SQLException("No driver in the class path connects to " + url.split(":")[1]);
    }

    /** The URL with another database in the place of its own. */
    static String withDatabase(String url, String database) {
        int query = url.indexOf('?');
        String place = query < 0 ? url : url.substring(0, query);
        return place.substring(0, place.lastIndexOf('/') + 1) + database + (query < 0 ? "" : url.substring(query));
    }

    static String version(String url) {
        try (Connection connection = connect(url)) {
            return connection.getMetaData().getDatabaseProductName() + " "
                    + connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("The test server does not answer", e);
        }
    }
}
