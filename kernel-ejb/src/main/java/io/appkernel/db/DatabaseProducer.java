package io.appkernel.db;

import io.appkernel.breaker.Breaker;
import io.appkernel.jmx.Jmx;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.settings.NodeSettings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** Makes the database when it is first asked for, whoever asks, and closes it with the deployment. */
@Dependent
class DatabaseProducer {
    @Produces
    @Singleton
    Database database(DatabaseSettings settings, NodeSettings node, KernelLog log) {
        Optional<JtaTransactions> jta = JtaTransactions.find(settings.jndi().isPresent());
        Breaker breaker = new Breaker(System::nanoTime);
        if (settings.jndi().isPresent()) {
            DataSource pool = lookup(settings.jndi().get());
            return new Database(kindOf(pool), pool, jta, breaker, log);
        }
        DatabaseUrl url = settings.database(node.dataDir());
        DataSource pool = Pool.open(url, settings, node.name(), jta, log);
        return new Database(url.kind(), pool, jta, breaker, log);
    }

    void close(@Disposes Database database) {
        database.close();
        Pool.forgetDrivers();
    }

    @Produces
    @Singleton
    Db db(Database database) {
        return new Db(database);
    }

    /** Here the names of the server can be looked up; elsewhere they may be out of sight. */
    void start(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) KernelStarted event,
            Database database,
            Metrics metrics,
            Jmx jmx) {
        DatabaseView view = new DatabaseView(database);
        view.measure(metrics);
        jmx.register("Database", view);
    }

    /** The name is the operator's. */
    @SuppressWarnings("BanJNDI")
    private static DataSource lookup(String name) {
        try {
            return (DataSource) new InitialContext().lookup(name);
        } catch (NamingException | ClassCastException e) {
            throw new IllegalStateException(
                    "kernel.database.jndi names no pool of this server; make the pool, or put the name right", e);
        }
    }

    private static DatabaseKind kindOf(DataSource pool) {
        try (Connection connection = pool.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
            String version =
                    connection.getMetaData().getDatabaseProductVersion().toUpperCase(Locale.ROOT);
            return version.contains("MARIADB") ? DatabaseKind.MARIADB : DatabaseKind.valueOf(product);
        } catch (SQLException e) {
            throw new IllegalStateException("The pool that kernel.database.jndi names gives no connection", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The pool that kernel.database.jndi names leads to a database that the kernel does not speak to",
                    e);
        }
    }
}
