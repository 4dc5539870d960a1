package io.appkernel.store;

import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.entities.EntityModels;
import io.appkernel.history.History;
import io.appkernel.json.Json;
import io.appkernel.orm.PersistenceUnit;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.validation.ValidatorFactory;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.jpa.JpaHelper;
import org.jspecify.annotations.Nullable;

/** Everything that is made once for all stores of a database. Thread-safe; to be closed. */
final class Stores implements AutoCloseable {
    private final EntityManagerFactory factory;
    private final EntityManagers managers;
    private final EntityModels models;
    private final History history;
    private final Values values;
    private final Map<Class<?>, Rows> rows = new HashMap<>();

    private Stores(
            EntityManagerFactory factory,
            EntityManagers managers,
            EntityModels models,
            Values values,
            History history) {
        this.factory = factory;
        this.managers = managers;
        this.models = models;
        this.values = values;
        this.history = history;
    }

    /** Opens the entities of a database; with the server's transactions where it has them. */
    static Stores open(
            Database database,
            Db db,
            EntityModels models,
            Json json,
            Calls calls,
            InstantSource clock,
            Optional<ValidatorFactory> validators) {
        History history = new History(models, database.dialect(), calls, clock);
        EntityManagerFactory factory =
                new PersistenceUnit(database, models, server(database), validators, history::follow).open();
        EntityManagers managers = database.transactions()
                .<EntityManagers>map(registry -> new JtaEntityManagers(factory, db, registry))
                .orElseGet(() -> new LocalEntityManagers(factory));
        Stores stores = new Stores(factory, managers, models, new Values(json), history);
        UpsertTurns turns = new UpsertTurns(database.kind(), managers);
        boolean nullsAreLarge = database.kind() == DatabaseKind.POSTGRESQL;
        for (EntityModel model : models.all()) {
            Queries queries = new Queries(model, stores.values, nullsAreLarge);
            stores.rows.put(model.type(), new Rows(model, managers, stores.values, queries, turns, history, db));
        }
        return stores;
    }

    /** EclipseLink's name for the server. */
    private static Optional<String> server(Database database) {
        return database.transactions()
                .map(registry -> registry.getClass().getName())
                .map(name -> name.startsWith("org.jboss.") || name.startsWith("org.wildfly.") ? "JBoss" : "Glassfish");
    }

    <T> EntityStore<T> store(Class<T> type) {
        Rows known = rows(type);
        return new EntityStore<>(type, () -> known);
    }

    Rows rows(Class<?> type) {
        Rows known = rows.get(type);
        if (known == null) {
            throw new IllegalArgumentException(type.getName() + " is no entity of this deployment: annotate it with"
                    + " @Entity and put it into one of its archives");
        }
        return known;
    }

    /** The id of the row that a reference leads to. */
    @Nullable Object idOfOther(EntityModel model, Attribute attribute, Object row) {
        AbstractSession session = (AbstractSession) JpaHelper.getServerSession(factory);
        Object other = References.get(session, model, attribute, row);
        return other == null
                ? null
                : rows(Objects.requireNonNull(attribute.target())).model().id().get(other);
    }

    EntityManager manager() {
        return EntityManagerProxy.over(managers, factory, history);
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
