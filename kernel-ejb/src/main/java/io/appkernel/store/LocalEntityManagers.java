package io.appkernel.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Without a server: each transaction belongs to its thread. */
final class LocalEntityManagers implements EntityManagers {
    private final EntityManagerFactory factory;
    private final ThreadLocal<@Nullable Running> current = new ThreadLocal<>();

    LocalEntityManagers(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public @Nullable EntityManager current() {
        Running running = current.get();
        return running == null ? null : running.manager;
    }

    @Override
    public EntityManager open() {
        return factory.createEntityManager();
    }

    @Override
    public <T> T writing(Function<EntityManager, T> work) {
        Running outer = current.get();
        return outer == null ? begun(work) : joined(work, outer.manager);
    }

    private <T> T joined(Function<EntityManager, T> work, EntityManager manager) {
        boolean done = false;
        try {
            T result = work.apply(manager);
            done = true;
            return result;
        } finally {
            if (!done) {
                manager.getTransaction().setRollbackOnly();
            }
        }
    }

    private <T> T begun(Function<EntityManager, T> work) {
        Running running = new Running(factory.createEntityManager());
        current.set(running);
        try (EntityManager manager = running.manager) {
            manager.getTransaction().begin();
            try {
                T result = work.apply(manager);
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        } finally {
            current.remove();
            running.afterwards.forEach(Runnable::run);
        }
    }

    @Override
    public <T> T reading(Function<EntityManager, T> work) {
        Running running = current.get();
        if (running != null) {
            return work.apply(running.manager);
        }
        try (EntityManager manager = factory.createEntityManager()) {
            return work.apply(manager);
        }
    }

    @Override
    public void afterwards(Runnable action) {
        Running running = current.get();
        if (running == null) {
            action.run();
        } else {
            running.afterwards.add(action);
        }
    }

    private record Running(EntityManager manager, List<Runnable> afterwards) {
        Running(EntityManager manager) {
            this(manager, new ArrayList<>());
        }
    }
}
