package io.appkernel.store;

import io.appkernel.db.Db;
import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.history.History;
import io.appkernel.history.Version;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one entity, typed or not. Thread-safe. */
final class Rows {
    private final EntityModel model;
    private final EntityManagers managers;
    private final Values values;
    private final Queries queries;
    private final UpsertTurns turns;
    private final History history;
    private final Db db;

    Rows(
            EntityModel model,
            EntityManagers managers,
            Values values,
            Queries queries,
            UpsertTurns turns,
            History history,
            Db db) {
        this.model = model;
        this.managers = managers;
        this.values = values;
        this.queries = queries;
        this.turns = turns;
        this.history = history;
        this.db = db;
    }

    EntityModel model() {
        return model;
    }

    <T> T writing(Function<RowWork, T> work) {
        try {
            return managers.writing(manager -> work.apply(on(manager)));
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    <T> T reading(Function<RowWork, T> work) {
        try {
            return managers.reading(manager -> work.apply(on(manager)));
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    /** The exception to throw instead. */
    private RuntimeException explained(RuntimeException thrown) {
        return db.explained(thrown).map(RuntimeException.class::cast).orElse(thrown);
    }

    private RowWork on(EntityManager manager) {
        return new RowWork(model, manager, values, queries, history);
    }

    /** The entity as it was given comes back for each try, whatever the one before has made of it. */
    Object save(Object entity) {
        return save(List.of(entity)).get(0);
    }

    List<Object> save(List<Object> given) {
        List<Runnable> resets = given.stream().map(this::reset).toList();
        return writing(work -> {
            resets.forEach(Runnable::run);
            return work.save(given);
        });
    }

    private Runnable reset(Object entity) {
        Object id = model.id().get(entity);
        Object version = model.version().map(attribute -> attribute.get(entity)).orElse(null);
        return () -> {
            if (id == null && model.id().get(entity) != null) {
                model.id().set(entity, null);
                model.version().ifPresent(attribute -> attribute.set(entity, version));
            }
        };
    }

    Object upsert(Map<String, ?> data, List<String> matchBy) {
        Map<Attribute, @Nullable Object> fields = values.fields(model, data);
        List<Attribute> match = matchBy.stream()
                .map(name -> model.attribute(name).orElseThrow(() -> Condition.unknown(name, model)))
                .toList();
        List<Object> key = new ArrayList<>();
        List<String> text = new ArrayList<>();
        for (Attribute attribute : match) {
            Object value = fields.get(attribute);
            if (value == null) {
                throw new KernelException(
                        ErrorCode.INVALID,
                        "The field " + attribute.column() + " is matched by, so it needs a value that is not null.");
            }
            key.add(value);
            text.add(String.valueOf(attribute.type().toData(value)));
        }
        if (match.isEmpty()) {
            throw new KernelException(ErrorCode.INVALID, "Name at least one field to match by.");
        }
        try {
            return managers.writing(manager -> {
                turns.take(manager, model.table().name(), text);
                return on(manager).match(match, key, fields);
            });
        } catch (RuntimeException e) {
            throw explained(e);
        }
    }

    <T> List<EntityVersion<T>> history(Object id, @Nullable Long number, Class<T> type) {
        return reading(work -> history.of(model, work.manager(), work.id(id), number).stream()
                .map(version -> typed(version, type))
                .toList());
    }

    private static <T> EntityVersion<T> typed(Version version, Class<T> type) {
        return new EntityVersion<>(
                version.number(),
                version.operation(),
                version.at(),
                version.by(),
                version.requestId(),
                type.cast(version.entity()));
    }
}
