package io.appkernel.history;

import io.appkernel.context.Calls;
import io.appkernel.db.Dialect;
import io.appkernel.entities.EntityModel;
import io.appkernel.entities.EntityModels;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.VersionLockingPolicy;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.eclipse.persistence.queries.ModifyAllQuery;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.eclipse.persistence.queries.UpdateAllQuery;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/** Writes the history of every entity that a session stores. Thread-safe; what is pending hangs on the session. */
public final class History {
    /** A hint for native statements that may change entities without leaving history. */
    public static final String WITHOUT_HISTORY = "io.appkernel.without-history";

    private static final String PENDING = "io.appkernel.history";

    private final EntityModels models;
    private final Calls calls;
    private final InstantSource clock;

    private final Map<Class<?>, EntityEvents> events = new HashMap<>();

    public History(EntityModels models, Dialect dialect, Calls calls, InstantSource clock) {

        this.models = models;
        this.calls = calls;
        this.clock = clock;
        for (EntityModel model : models.all()) {

            events.put(model.type(), new EntityEvents(model, dialect, this));
        }
    }

    /** Follows the session's writes from now on; for a session that is not yet open. */
    public void follow(Session session) {
        events.forEach((type, listener) -> {
            ClassDescriptor descriptor = session.getDescriptor(type);
            descriptor.getEventManager().addListener(listener);
            if (descriptor.getOptimisticLockingPolicy() instanceof VersionLockingPolicy standard) {
                descriptor.setOptimisticLockingPolicy(new FirstVersion(standard, listener, this));
            }
        });
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void preCommitTransaction(SessionEvent event) {
                write((AbstractSession) event.getSession());
            }

            @Override
            public void postCommitTransaction(SessionEvent event) {
                event.getSession().removeProperty(PENDING);
            }

            @Override
            public void postRollbackTransaction(SessionEvent event) {
                event.getSession().removeProperty(PENDING);
            }
        });
    }

    /** The time of the transaction, which all its versions carry. */
    public Instant time(EntityManager manager) {
        return changesOf(manager.unwrap(UnitOfWorkImpl.class)).at();
    }

    /**
     * The versions of a row, the newest first; also those the caller's transaction has yet to commit.
     *
     * @param id as the entity's field holds it
     * @param number of one version, or null for all
     */
    public List<Version> of(EntityModel model, EntityManager manager, Object id, @Nullable Long number) {
        AbstractSession session = manager.unwrap(UnitOfWorkImpl.class);
        if (manager.isJoinedToTransaction()) {
            manager.flush();
            changesOf(session).write(session);
        }
        EntityEvents entity = Objects.requireNonNull(events.get(model.type()), "an entity without events");
        VersionReader reader = new VersionReader(models, model, entity.sql());
        Object key = Objects.requireNonNull(model.id().type().toData(id), "an id");
        DatabaseAccessor accessor = (DatabaseAccessor) session.getAccessor();
        accessor.incrementCallCount(session);
        try {
            return reader.read(session, accessor.getConnection(), key, number);
        } catch (SQLException e) {
            throw org.eclipse.persistence.exceptions.DatabaseException.sqlException(e, accessor, session, false);
        } finally {
            accessor.decrementCallCount();
        }
    }

    /**
     * Executes a statement that changes or deletes many rows, and keeps their history.
     *
     * @param withoutHistory whether a native statement may change entities and leave none
     */
    public int execute(Query query, EntityManager manager, boolean withoutHistory) {
        // In a batch a statement does not tell how many rows it changed.
        query.setHint(QueryHints.BATCH_WRITING, HintValues.FALSE);
        DatabaseQuery statement = JpaHelper.getDatabaseQuery(query);
        if (!(statement instanceof ModifyAllQuery bulk)) {
            if (!withoutHistory) {
                BulkStatement.refuse(statement, models.all());
            }
            return query.executeUpdate();
        }
        EntityEvents entity = Objects.requireNonNull(events.get(bulk.getReferenceClass()), "an entity without events");
        BulkStatement work = new BulkStatement(bulk, query, manager, entity.model());
        UnitOfWorkImpl session = manager.unwrap(UnitOfWorkImpl.class);
        List<Object> rows = work.affected();
        int count = query.executeUpdate();
        boolean update = bulk instanceof UpdateAllQuery;
        if (update) {
            entity.touch(rows, manager, time(manager));
        }
        for (Object row : update ? work.again(rows) : rows) {
            entity.collect(row, session, update ? Operation.UPDATE : Operation.DELETE);
        }
        if (!update) {
            rows.forEach(manager::detach);
        }
        return count;
    }

    Changes changesOf(AbstractSession session) {
        AbstractSession owner = owner(session);
        Changes known = (Changes) owner.getProperties().get(PENDING);
        if (known == null) {
            known = new Changes(clock.instant().truncatedTo(ChronoUnit.MICROS), calls.current());
            owner.setProperty(PENDING, known);
        }
        return known;
    }

    void add(AbstractSession session, EntityEvents entity, Operation operation, @Nullable Object[] values) {
        Changes changes = changesOf(session);
        changes.add(entity, operation, values, entity.version(operation, values));
        if (changes.isFull()) {
            changes.write(session);
        }
    }

    private void write(AbstractSession session) {
        Changes changes = (Changes) session.getProperties().get(PENDING);
        if (changes != null) {
            changes.write(session);
        }
    }

    /** Those of the ids that have or had a row; as the entity's field holds them. */
    public Set<Object> known(EntityModel model, EntityManager manager, List<Object> ids) {
        AbstractSession session = manager.unwrap(UnitOfWorkImpl.class);
        changesOf(session).write(session);
        EntityEvents entity = Objects.requireNonNull(events.get(model.type()), "an entity without events");
        DatabaseAccessor accessor = (DatabaseAccessor) session.getAccessor();
        accessor.incrementCallCount(session);
        try {
            return new VersionReader(models, model, entity.sql()).known(session, accessor.getConnection(), ids);
        } catch (SQLException e) {
            throw org.eclipse.persistence.exceptions.DatabaseException.sqlException(e, accessor, session, false);
        } finally {
            accessor.decrementCallCount();
        }
    }

    /** Says that the entity, which is going to be persisted with an id of its own, is the first under that id. */
    public void isFirst(EntityManager manager, Object entity) {
        changesOf(manager.unwrap(UnitOfWorkImpl.class)).isFirst(entity);
    }

    /** 0 for a row whose id is new, because the kernel has just made it or asked for it. */
    long lastVersion(ObjectLevelModifyQuery query, EntityEvents entity) {
        AbstractSession session = query.getSession();
        Changes changes = changesOf(session);
        if (!changes.hasGivenId(query.getObject())) {
            return 0;
        }
        if (changes.hasDeletes()) {
            changes.write(session);
        }
        DatabaseAccessor accessor = (DatabaseAccessor) session.getAccessor();
        Object id = entity.id(query.getObject());
        accessor.incrementCallCount(session);
        try {
            return Changes.last(session, accessor.getConnection(), entity.sql(), id);
        } catch (SQLException e) {
            throw org.eclipse.persistence.exceptions.DatabaseException.sqlException(e, accessor, session, false);
        } finally {
            accessor.decrementCallCount();
        }
    }

    /** The session that owns the transaction; each unit of work has one of its own below it. */
    private static AbstractSession owner(AbstractSession session) {
        AbstractSession owner = session;
        while (owner instanceof UnitOfWorkImpl work) {
            owner = work.getParent();
        }
        return owner;
    }
}
