package io.appkernel.store;

import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.entities.EntityModel;
import io.appkernel.entities.EntityModels;
import io.appkernel.history.History;
import io.appkernel.json.Json;
import io.appkernel.orm.PersistenceUnit;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that is made once for all stores of a database. Thread-safe; to be closed. */
final class Stores implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final EntityManagers managers;
    private final EntityModels models;
    private final Values values;
    private final Map<Class<?>, Rows> rows = new HashMap<>();

    private Stores(EntityManagerFactory factory, EntityManagers managers, EntityModels models, Values values) {
        this.factory = factory;
        this.managers = managers;
        this.models = models;
        this.values = values;
    }

    /** Opens the entities of a database; with the server's transactions where it has them. */
    static Stores open(Database database, Db db, EntityModels models, Json json, Calls calls, InstantSource clock) {
        History history = new History(models, database.dialect(), calls, clock);
        EntityManagerFactory factory = new PersistenceUnit(database, models, Optional.empty(), history::follow).open();
        EntityManagers managers = new LocalEntityManagers(factory);
        Stores stores = new Stores(factory, managers, models, new Values(json));
        UpsertTurns turns = new UpsertTurns(database.kind(), managers);
        boolean nullsAreLarge = database.kind() == DatabaseKind.POSTGRESQL;
        for (EntityModel model : models.all()) {
            Queries queries = new Queries(model, stores.values, nullsAreLarge);
            stores.rows.put(model.type(), new Rows(model, managers, stores.values, queries, turns, history, db));
        }
        return stores;
    }

    <T> EntityStore<T> store(Class<T> type) {
        Rows known = rows.get(type);
        if (known == null) {
            throw new IllegalArgumentException(type.getName() + " is no entity of this deployment: annotate it with"
                    + " @Entity and put it into one of its archives");
        }
        return new EntityStore<>(type, known);
    }

    EntityModels models() {
        return models;
    }

    EntityManagers managers() {
        return managers;
    }

    Values values() {
        return values;
    }

    @Override
    public void close() {
        factory.close();
    }
}
