package io.appkernel.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceListener;
import io.agroal.api.cache.ConnectionCache;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.appkernel.db.SqlFailure.Kind;
import io.appkernel.log.KernelLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** The kernel's own pool. */
final class Pool {
    private static final String NAME = "kernel";
    private static final Duration IDLE_UNTIL_VALIDATED = Duration.ofSeconds(5);
    private static final Duration IDLE_UNTIL_CLOSED = Duration.ofMinutes(5);
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration LEAK = Duration.ofMinutes(10);
    private static final int VALIDATION_SECONDS = 3;

    private Pool() {}

    /** Opens it without waiting for a connection. */
    static AgroalDataSource open(
            DatabaseUrl url, DatabaseSettings settings, String application, Optional<Jta> jta, KernelLog log) {
        makeDirectory(url);
        Dialect dialect = Dialect.of(url.kind());
        AgroalDataSourceConfigurationSupplier configuration = new AgroalDataSourceConfigurationSupplier()
                .metricsEnabled()
                .connectionPoolConfiguration(pool -> {
                    jta.ifPresent(server -> pool.transactionIntegration(
                            new NarayanaTransactionIntegration(server.manager(), server.registry(), NAME, false)));
                    return sized(pool, settings, dialect)
                            .connectionFactoryConfiguration(
                                    factory -> factory(factory, url, settings, application, jta.isPresent()));
                });
        try {
            return AgroalDataSource.from(configuration, new Warnings(log));
        } catch (SQLException e) {
            throw new IllegalStateException("The pool to the database does not open", e);
        }
    }

    /** Its cache of connections per thread would keep every deployment in memory. */
    private static AgroalConnectionPoolConfigurationSupplier sized(
            AgroalConnectionPoolConfigurationSupplier pool, DatabaseSettings settings, Dialect dialect) {
        return pool.connectionCache(ConnectionCache.none())
                .minSize(settings.minPoolSize())
                .maxSize(settings.maxPoolSize())
                .acquisitionTimeout(settings.acquisitionTimeout())
                .connectionValidator(ConnectionValidator.defaultValidatorWithTimeout(VALIDATION_SECONDS))
                .idleValidationTimeout(IDLE_UNTIL_VALIDATED)
                .reapTimeout(IDLE_UNTIL_CLOSED)
                .maxLifetime(LIFETIME)
                .leakTimeout(LEAK)
                .exceptionSorter(e -> dialect.failure(e).kind() == Kind.CONNECTION);
    }

    private static AgroalConnectionFactoryConfigurationSupplier factory(
            AgroalConnectionFactoryConfigurationSupplier factory,
            DatabaseUrl url,
            DatabaseSettings settings,
            String application,
            boolean server) {
        Dialect dialect = Dialect.of(url.kind());
        factory.connectionProviderClass(type(dialect.driver(server && settings.xa())))
                .jdbcUrl(DriverUrl.of(url, dialect, application, settings));
        url.user().ifPresent(user -> factory.principal(new NamePrincipal(user)));
        url.password().ifPresent(password -> factory.credential(new SimplePassword(password.reveal())));
        return factory;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, true, Pool.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The driver " + name + " is not in the application", e);
        }
    }

    private static void makeDirectory(DatabaseUrl url) {
        Optional<Path> file = DriverUrl.file(url);
        Path directory = file.map(Path::getParent).orElse(null);
        if (directory != null) {
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The directory of the database cannot be made; set kernel.data-dir (DATA_DIR)", e);
            }
        }
    }

    /** The JVM keeps drivers for good, and with them the class loader of the application they came in. */
    static void forgetDrivers() {
        ClassLoader ours = AgroalDataSource.class.getClassLoader();
        for (Driver driver : DriverManager.drivers().toList()) {
            if (driver.getClass().getClassLoader() == ours) {
                try {
                    DriverManager.deregisterDriver(driver);
                } catch (SQLException e) {
                    throw new IllegalStateException("A driver stays and keeps the application in memory", e);
                }
            }
        }
    }

    private record Warnings(KernelLog log) implements AgroalDataSourceListener {
        @Override
        public void onConnectionLeak(Connection connection, Thread thread) {
            log.warn(
                    "a connection has been out of the pool for long; close it when the work is done",
                    "minutes",
                    LEAK.toMinutes(),
                    "thread",
                    thread.getName());
        }

        @Override
        public void onConnectionCreationFailure(SQLException failure) {
            log.debug("a connection to the database failed", "reason", failure.getMessage());
        }

        @Override
        public void onWarning(String message) {
            log.debug("the pool warns", "warning", message);
        }

        @Override
        public void onWarning(Throwable thrown) {
            log.debug("the pool warns", "warning", thrown.toString());
        }
    }
}
