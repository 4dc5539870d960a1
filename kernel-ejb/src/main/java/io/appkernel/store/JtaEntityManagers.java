package io.appkernel.store;

import io.appkernel.db.Db;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** In a server: one for each of its transactions, whoever began it. */
final class JtaEntityManagers implements EntityManagers {
    private final EntityManagerFactory factory;
    private final Db db;
    private final TransactionSynchronizationRegistry registry;

    JtaEntityManagers(EntityManagerFactory factory, Db db, TransactionSynchronizationRegistry registry) {
        this.factory = factory;
        this.db = db;
        this.registry = registry;
    }

    @Override
    public <T> T writing(Function<EntityManager, T> work) {
        boolean joined = registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        Db.Work<T, RuntimeException> step = () -> {
            EntityManager manager = ofTransaction();
            T result = work.apply(manager);
            if (!joined) {
                // A failure is told here in its own words; the server only says that the commit failed.
                manager.flush();
            }
            return result;
        };
        return db.inTransaction(step);
    }

    @Override
    public <T> T reading(Function<EntityManager, T> work) {
        EntityManager current = current();
        if (current != null) {
            return work.apply(current);
        }
        try (EntityManager manager = open()) {
            return work.apply(manager);
        }
    }

    @Override
    public @Nullable EntityManager current() {
        return registry.getTransactionStatus() == Status.STATUS_NO_TRANSACTION ? null : ofTransaction();
    }

    @Override
    public EntityManager open() {
        return factory.createEntityManager();
    }

    private EntityManager ofTransaction() {
        if (registry.getResource(this) instanceof EntityManager known) {
            return known;
        }
        EntityManager manager = factory.createEntityManager();
        manager.joinTransaction();
        registry.putResource(this, manager);
        afterwards(manager::close);
        return manager;
    }

    @Override
    public void afterwards(Runnable action) {
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end matters.
            }

            @Override
            public void afterCompletion(int status) {
                action.run();
            }
        });
    }
}
