package io.appkernel.migrations;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.databases.TestServer;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.schema.Table;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A database of tests, open for one node through a pool of its own. */
public final class TestDatabase implements AutoCloseable {
    private final AgroalDataSource pool;
    private final Database database;

    public TestDatabase(DatabaseKind kind, String url) {
        this(kind, url, 10);
    }

    /** With that many connections, for more threads than usual. */
    public TestDatabase(DatabaseKind kind, String url, int connections) {
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(settings -> settings.maxSize(connections)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database = new Database(kind, pool);
    }

    /** Makes a database that nobody used before. H2 keeps it open for a while after its last node has closed it. */
    public static String newUrl(DatabaseKind kind) {
        return switch (kind) {
            case POSTGRESQL -> TestServer.postgres().newDatabase();
            case MARIADB -> TestServer.mariadb().newDatabase();
            case H2 -> TestServer.h2().newDatabase() + ";DB_CLOSE_DELAY=5";
            default -> throw new IllegalArgumentException("There is no server of " + kind);
        };
    }

    public Database database() {
        return database;
    }

    /** Those of a node that leaves their records in the directory. */
    public Migrations migrations(Path directory) {
        return new Migrations(
                database,
                new SchemaSettings(true, Optional.of(directory), false, SchemaSettings.DryRun.OFF),
                new NodeSettings(
                        "app", "1", "", Environment.DEV, NodeRole.ALL, "/api/v1", false, directory, Optional.empty()),
                Clock.systemUTC(),
                KernelLog.to(line -> {}),
                new Json(),
                List.of());
    }

    /** Makes the tables, unless another node has. */
    public TestDatabase with(List<Table> tables, Path directory) {
        migrations(directory).apply(tables);
        return this;
    }

    /** Counts what the pool lends from now on. */
    public void count() {
        pool.getConfiguration().setMetricsEnabled(true);
    }

    /** How many connections the pool has lent since it counts. */
    public long lent() {
        return pool.getMetrics().acquireCount();
    }

    @Override
    public void close() {
        pool.close();
    }
}
