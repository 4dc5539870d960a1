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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The kernel's own pool. */
final class Pool {
    private static final String NAME = "kernel";
    private static final Duration IDLE_UNTIL_VALIDATED = Duration.ofSeconds(5);
    private static final Duration IDLE_UNTIL_CLOSED = Duration.ofMinutes(5);
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration LEAK = Duration.ofMinutes(10);
    private static final int VALIDATION_SECONDS = 3;
    private static final int MOST_LOOKS = 5;

    private static final String H2_FILE = "jdbc:h2:file:";

    private Pool() {}

    /** Opens it without waiting for a connection. */
    static AgroalDataSource open(
            DatabaseUrl url,
            DatabaseSettings settings,
            String application,
            Optional<JtaTransactions> jta,
            KernelLog log) {
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
                .jdbcUrl(driverUrl(url, dialect, application, settings));
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

    /** The URL as the driver gets it: with the options the kernel wants, unless it names them itself. */
    static String driverUrl(DatabaseUrl url, Dialect dialect, String application, DatabaseSettings settings) {
        String rest = url.jdbcUrl().replaceFirst("^jdbc:[^:]+:", "");
        StringBuilder text = new StringBuilder("jdbc:" + dialect.scheme() + ":" + rest);
        String known = url.jdbcUrl().toLowerCase(Locale.ROOT);
        char first = dialect.separators().charAt(0);
        char next = dialect.separators().charAt(1);
        Map<String, String> options =
                dialect.options(url, safe(application), settings.connectTimeout(), settings.socketTimeout());
        options.forEach((name, value) -> {
            String option = name.toLowerCase(Locale.ROOT) + "=";
            if (!known.contains(first + option) && !known.contains(next + option)) {
                text.append(text.indexOf(String.valueOf(first)) < 0 ? first : next)
                        .append(name)
                        .append('=')
                        .append(value);
            }
        });
        return text.toString();
    }

    /** The file of an embedded database, where its directory can be told. */
    private static Optional<Path> file(DatabaseUrl url) {
        if (!url.jdbcUrl().startsWith(H2_FILE)) {
            return Optional.empty();
        }
        String path = url.jdbcUrl().substring(H2_FILE.length()).split(";", 2)[0];
        return path.startsWith("~")
                ? Optional.empty()
                : Optional.of(Path.of(path).toAbsolutePath());
    }

    /** Whatever an application is called, its name ends neither an option nor a URL. */
    private static String safe(String application) {
        return URLEncoder.encode(application, StandardCharsets.UTF_8).replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private static void makeDirectory(DatabaseUrl url) {
        Optional<Path> file = file(url);
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

    /**
     * The JVM keeps drivers for good, and with them the class loader of the application they came in. Looking at the
     * list may itself make our twin of a driver that another application brought, so it is looked at until it is clean.
     */
    static void forgetDrivers() {
        ClassLoader ours = AgroalDataSource.class.getClassLoader();
        for (int look = 0; look < MOST_LOOKS && forget(ours); look++) {}
    }

    private static boolean forget(ClassLoader ours) {
        List<Driver> left = DriverManager.drivers()
                .filter(driver -> driver.getClass().getClassLoader() == ours)
                .toList();
        for (Driver driver : left) {
            try {
                DriverManager.deregisterDriver(driver);
            } catch (SQLException e) {
                throw new IllegalStateException("A driver stays and keeps the application in memory", e);
            }
        }
        return !left.isEmpty();
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
