package io.appkernel.store;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.errors.StaleException;
import io.appkernel.history.History;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Work on the rows of one entity by one EntityManager. */
record RowWork(EntityModel model, EntityManager manager, Values values, Queries queries, History history) {

    Object id(Object id) {
        return Objects.requireNonNull(values.value(model.id(), id), "an id");
    }

    List<Object> save(List<Object> entities) {
        Prefetched known = prefetched(entities);
        return entities.stream().map(entity -> save(entity, known)).toList();
    }

    private Prefetched prefetched(List<Object> entities) {
        Set<Object> ids = new LinkedHashSet<>();
        for (Object entity : entities) {
            Object id = model.id().get(entity);
            if (id != null && mayOverwrite(entity) && !manager.contains(entity)) {
                ids.add(id);
            }
        }
        return ids.size() < 2 ? Prefetched.nothing(model) : Prefetched.of(model, manager, history, ids);
    }

    private Object save(Object entity, Prefetched known) {
        if (manager.contains(entity)) {
            return entity;
        }
        Object id = model.id().get(entity);
        if (id == null) {
            manager.persist(entity);
            return entity;
        }
        if (!mayOverwrite(entity)) {
            return manager.merge(entity);
        }
        boolean answered = known.take(id);
        Object stored = answered ? known.row(id) : locked(id);
        if (stored == null) {
            if (answered && !known.hasHistory(id)) {
                history.isFirst(manager, entity);
            }
            manager.persist(entity);
            return entity;
        }
        keep(stored, entity);
        return manager.merge(entity);
    }

    /** Made by hand: with an id of its own it stands for a row that may be there or not. */
    private boolean mayOverwrite(Object entity) {
        return model.version().isPresent() && isNew(entity);
    }

    private boolean isNew(Object entity) {
        return model.version()
                .map(version -> version.get(entity))
                .filter(number -> ((Number) number).longValue() > 0)
                .isEmpty();
    }

    /** An object made by hand overwrites a row, but not what the kernel keeps of it. */
    private void keep(Object stored, Object entity) {
        model.version().ifPresent(version -> version.set(entity, version.get(stored)));
        for (String kept : Values.KEPT) {
            model.attribute(kept).ifPresent(attribute -> attribute.set(entity, attribute.get(stored)));
        }
    }

    Object save(Map<String, ?> data) {
        Map<Attribute, @Nullable Object> fields = values.fields(model, data);
        Object id = fields.get(model.id());
        Object stored = id == null ? null : locked(id);
        return stored == null ? inserted(fields) : changed(stored, fields);
    }

    Object match(List<Attribute> match, List<Object> key, Map<Attribute, @Nullable Object> fields) {
        List<String> conditions =
                match.stream().map(attribute -> attribute.name() + " = ?").toList();
        List<Object> found = queries.lock(
                manager, new EntityQuery.Question(conditions, new ArrayList<>(key), "", Integer.MAX_VALUE, 0, false));
        if (found.size() > 1) {
            throw new KernelException(
                    ErrorCode.CONFLICT,
                    found.size() + " rows of " + model.table().name() + " have these values; match by fields that only"
                            + " one row can have.");
        }
        return found.isEmpty() ? inserted(fields) : changed(found.get(0), fields);
    }

    private Object inserted(Map<Attribute, @Nullable Object> fields) {
        Object entity = model.make();
        set(entity, fields);
        manager.persist(entity);
        return entity;
    }

    private Object changed(Object stored, Map<Attribute, @Nullable Object> fields) {
        set(stored, fields);
        return stored;
    }

    private void set(Object entity, Map<Attribute, @Nullable Object> fields) {
        fields.forEach((attribute, value) -> {
            Class<?> target = attribute.target();
            if (target != null) {
                Object other = value == null ? null : manager.getReference(target, value);
                References.set(manager.unwrap(UnitOfWorkImpl.class), model, attribute, entity, other);
            } else if (attribute.role() != Attribute.Role.ID || attribute.get(entity) == null) {
                attribute.set(entity, value);
            }
        });
    }

    Optional<Object> get(Object id) {
        return manager.isJoinedToTransaction()
                ? Optional.<Object>ofNullable(manager.find(model.type(), id(id)))
                        .filter(this::isAlive)
                : queries.get(manager, id(id));
    }

    Optional<Object> lock(Object id) {
        return stored(id).filter(this::isAlive);
    }

    private boolean isAlive(Object entity) {
        return model.attribute(EntityModel.DELETED_AT)
                .map(attribute -> attribute.get(entity) == null)
                .orElse(true);
    }

    private @Nullable Object locked(Object id) {
        Object stored = manager.find(model.type(), id, LockModeType.PESSIMISTIC_WRITE);
        if (stored == null ? !isMade(id) : manager.contains(stored)) {
            return stored;
        }
        // The transaction has inserted or deleted it, and the database does not know yet.
        manager.flush();
        return manager.find(model.type(), id, LockModeType.PESSIMISTIC_WRITE);
    }

    private boolean isMade(Object id) {
        return manager.unwrap(UnitOfWorkImpl.class).getObjectFromNewObjects(model.type(), id) != null;
    }

    List<Object> list(EntityQuery.Question question) {
        return queries.list(manager, question);
    }

    long count(EntityQuery.Question question) {
        return queries.count(manager, question);
    }

    Object update(Object id, Map<String, ?> changes, @Nullable Long expectedVersion) {
        Map<Attribute, @Nullable Object> fields = values.fields(model, changes);
        Object stored = stored(id).filter(this::isAlive).orElseThrow(() -> notFound(id));
        if (expectedVersion != null) {
            Attribute version = model.version()
                    .orElseThrow(() -> new KernelException(
                            ErrorCode.INVALID, "Rows of " + model.table().name() + " count no versions."));
            if (!(version.get(stored) instanceof Number number) || number.longValue() != expectedVersion) {
                throw new StaleException(null);
            }
        }
        return changed(stored, fields);
    }

    private Optional<Object> stored(Object id) {
        return Optional.ofNullable(locked(id(id)));
    }

    private KernelException notFound(Object id) {
        return new KernelException(
                ErrorCode.NOT_FOUND, "There is no row of " + model.table().name() + " with the id " + id + ".");
    }

    boolean softDelete(Object id) {
        return hide(id, true);
    }

    boolean restore(Object id) {
        return hide(id, false);
    }

    private boolean hide(Object id, boolean hidden) {
        Attribute deletedAt = model.attribute(EntityModel.DELETED_AT)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.INVALID,
                        "Rows of " + model.table().name() + " cannot be softly deleted: they have no deleted_at."));
        Optional<Object> stored = stored(id).filter(row -> isAlive(row) == hidden);
        stored.ifPresent(row -> deletedAt.set(row, hidden ? history.time(manager) : null));
        return stored.isPresent();
    }

    boolean delete(Object id) {
        Optional<Object> stored = stored(id);
        stored.ifPresent(manager::remove);
        return stored.isPresent();
    }
}
