package io.appkernel.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestServerIT {
    enum Kind {
        H2,
        POSTGRES,
        MARIADB,
        STOPPABLE_POSTGRES,
        STOPPABLE_MARIADB;

        TestServer server() {
            return switch (this) {
                case H2 -> TestServer.h2();
                case POSTGRES -> TestServer.postgres();
                case MARIADB -> TestServer.mariadb();
                case STOPPABLE_POSTGRES -> TestServer.stoppablePostgres();
                case STOPPABLE_MARIADB -> TestServer.stoppableMariadb();
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachDatabaseIsNewAndSurvivesAStop(Kind kind) throws SQLException {
        TestServer server = kind.server();
        String one = server.newDatabase();
        String other = server.newDatabase();
        run(one, "CREATE TABLE t (a INTEGER)");
        run(one, "INSERT INTO t VALUES (7)");
        run(other, "CREATE TABLE t (a INTEGER)");

        if (server instanceof StoppableServer stoppable) {
            stoppable.stop();
            assertThatThrownBy(() -> DriverManager.getConnection(one)).isInstanceOf(SQLException.class);
            stoppable.start();
        }

        try (Connection connection = DriverManager.getConnection(one);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a FROM t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    private static void run(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
