package io.appkernel.migrations;

import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.schema.Plan;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.schema.Table;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database of a test, what was said to it, and the migrations of an instance that uses it. */
final class GivenDatabase {
    final Database database;
    final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    java.util.function.Consumer<String> says = statements::add;
    java.util.function.Consumer<String> logs = lines::add;
    private final String url;
    private final Path directory;

    GivenDatabase(DatabaseKind kind, String url, Path directory) {
        this.url = url;
        this.directory = directory;
        this.database = new Database(kind, new Source());
    }

    Path directory() {
        return directory;
    }

    Migrations migrations() {
        return migrations(true, false);
    }

    Migrations migrations(boolean enabled, boolean deletions, BeforeMigration... hooks) {
        NodeSettings node = new NodeSettings(
                "app", "1.2.3", "", Environment.DEV, NodeRole.ALL, "/api/v1", false, directory, Optional.empty());
        return new Migrations(
                database,
                new SchemaSettings(enabled, Optional.of(directory), deletions, SchemaSettings.DryRun.OFF),
                node,
                Clock.systemUTC(),
                KernelLog.to(line -> logs.accept(line)),
                new Json(),
                List.of(hooks));
    }

    /** Applies and holds the result to what every migration must hold. */
    void evolve(Table... wanted) {
        evolve(false, wanted);
    }

    void evolve(boolean deletions, Table... wanted) {
        List<Table> tables = List.of(wanted);
        migrations(true, deletions).apply(tables);
        Plan after = migrations(true, deletions).plan(tables);
        org.assertj.core.api.Assertions.assertThat(after.steps())
                .as("left to do after the migration")
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(after.obstacles()).isEmpty();
        org.assertj.core.api.Assertions.assertThat(migrations(true, deletions).apply(tables))
                .isInstanceOf(Outcome.Unchanged.class);
    }

    String q(String name) {
        return database.dialect().quote(name);
    }

    void run(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The rows, each its values joined by a bar. */
    List<String> rows(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(result.getString(i));
                }
                rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private final class Source implements DataSource {
        @Override
        public Connection getConnection() throws SQLException {
            return (Connection) listening(DriverManager.getConnection(url), Connection.class);
        }

        private Object listening(Object target, Class<?> type) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                String sql =
                        arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : null;
                if (sql != null
                        && (method.getName().startsWith("prepare")
                                || method.getName().startsWith("execute"))) {
                    says.accept(sql);
                }
                try {
                    Object answer = method.invoke(target, arguments);
                    return method.getName().equals("createStatement") ? listening(answer, Statement.class) : answer;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLogWriter(PrintWriter out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void setLoginTimeout(int seconds) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
