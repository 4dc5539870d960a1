package io.appkernel.store;

import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.entities.EntityModels;
import io.appkernel.json.Json;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.schema.Table;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The entities of the tests in a database of their own. */
public final class TestEntities implements AutoCloseable {
    final Database database;
    final Calls calls = new Calls();
    final Stores stores;
    private final TestDatabase opened;
    private final ValidatorFactory validators;
    private final DatabaseKind kind;
    private final String url;

    TestEntities(DatabaseKind kind) {
        this(kind, TestDatabase.newUrl(kind));
    }

    private TestEntities(DatabaseKind kind, String url) {
        this(
                kind,
                url,
                List.of(),
                Everything.class,
                Everything.Maker.class,
                Widget.class,
                Badge.class,
                Select.class,
                Plain.class);
    }

    private TestEntities(DatabaseKind kind, String url, List<Table> besides, Class<?>... types) {
        this.kind = kind;
        this.url = url;
        opened = new TestDatabase(kind, url, 40);
        database = opened.database();
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
            opened.with(tables, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Other entities. */
    public static TestEntities of(DatabaseKind kind, Class<?>... types) {
        return of(kind, TestDatabase.newUrl(kind), List.of(), types);
    }

    /** The same in a given database, with tables that are no entities. */
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
        opened.close();
    }
}
