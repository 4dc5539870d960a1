package io.appkernel.store;

import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.entities.EntityFinder;
import io.appkernel.json.Json;
import io.appkernel.migrations.Schema;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.validation.ValidatorFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Clock;
import java.util.Optional;

/** Makes what is injected. The persistence unit opens at first use, when the schema is there. */
@Dependent
class StoreProducer {
    @Produces
    @Singleton
    Stores stores(
            Database database,
            Db db,
            EntityFinder entities,
            Json json,
            Calls calls,
            Clock clock,
            Schema schema,
            Instance<ValidatorFactory> validators) {
        // An app's own start-up bean may come here before the kernel's.
        schema.ready();
        return Stores.open(
                database,
                db,
                entities.models(),
                json,
                calls,
                clock,
                validators.stream().findFirst());
    }

    void close(@Disposes Stores stores) {
        stores.close();
    }

    @Produces
    @Dependent
    @SuppressWarnings("unchecked")
    <T> EntityStore<T> store(InjectionPoint point, Instance<Stores> stores) {
        Class<T> type = (Class<T>) argument(point.getType())
                .orElseThrow(() -> new IllegalArgumentException(
                        point + " must say which entity: EntityStore<Product>, say, and no wildcard"));
        return new EntityStore<>(type, () -> stores.get().rows(type));
    }

    /** The entity that the type of a store names. */
    static Optional<Class<?>> argument(Type store) {
        return store instanceof ParameterizedType type && type.getActualTypeArguments()[0] instanceof Class<?> entity
                ? Optional.of(entity)
                : Optional.empty();
    }

    @Produces
    @Singleton
    Entities entities(Instance<Stores> stores) {
        return new Entities(stores::get);
    }

    @Produces
    @Dependent
    EntityManager manager(Instance<Stores> stores) {
        return stores.get().manager();
    }
}
