package io.appkernel.store;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.entities.EntityModels;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.schema.Table;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The entities of the tests in a database of their own. */
public final class TestEntities implements AutoCloseable {
    final AgroalDataSource pool;
    final Database database;
    final Calls calls = new Calls();
    final Stores stores;
    private final ValidatorFactory validators;
    private final DatabaseKind kind;
    private final String url;

    TestEntities(DatabaseKind kind, String url) {
        this(kind, url, Everything.class, Everything.Maker.class, Widget.class, Badge.class, Select.class, Plain.class);
    }

    TestEntities(DatabaseKind kind, String url, Class<?>... types) {
        this(kind, url, List.of(), types);
    }

    private TestEntities(DatabaseKind kind, String url, List<Table> besides, Class<?>... types) {
        this.kind = kind;
        this.url = url;
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(connections -> connections
                            .maxSize(40)
                            .acquisitionTimeout(Duration.ofSeconds(30))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database = new Database(kind, pool);
        EntityModels models = EntityModels.of(List.of(types), new Json(), problem -> {
            throw new AssertionError(problem);
        });
        List<Table> tables = new ArrayList<>(models.tables());
        tables.addAll(besides);
        migrate(tables);
        validators = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory();
        stores = Stores.open(
                database, new Db(database), models, new Json(), calls, Clock.systemUTC(), Optional.of(validators));
    }

    private void migrate(List<Table> tables) {
        try {
            Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "store-");
            NodeSettings node = new NodeSettings(
                    "app", "1", "", Environment.DEV, NodeRole.ALL, "/api/v1", false, directory, Optional.empty());
            new Migrations(
                            database,
                            new SchemaSettings(true, Optional.of(directory), false, SchemaSettings.DryRun.OFF),
                            node,
                            Clock.systemUTC(),
                            KernelLog.to(line -> {}),
                            new Json(),
                            List.of())
                    .apply(tables);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entities of another feature's tests. */
    public static TestEntities of(DatabaseKind kind, String url, Class<?>... types) {
        return new TestEntities(kind, url, List.of(), types);
    }

    /** The same with tables that are no entities. */
    public static TestEntities of(DatabaseKind kind, String url, List<Table> besides, Class<?>... types) {
        return new TestEntities(kind, url, besides, types);
    }

    public Database database() {
        return database;
    }

    /** The same database, opened once more. */
    TestEntities again() {
        return new TestEntities(kind, url);
    }

    public <T> EntityStore<T> store(Class<T> type) {
        return stores.store(type);
    }

    @Override
    public void close() {
        stores.close();
        validators.close();
        pool.close();
    }
}
