package io.appkernel.history;

import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.db.Dialect;
import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.persistence.descriptors.DescriptorEvent;
import org.eclipse.persistence.descriptors.DescriptorEventAdapter;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping.WriteType;
import org.eclipse.persistence.queries.ObjectLevelModifyQuery;
import org.jspecify.annotations.Nullable;

/** Keeps ids and times of one entity class, and tells the transaction's {@link Changes} of every write. */
final class EntityEvents extends DescriptorEventAdapter {
    private final EntityModel model;
    private final History history;
    private final Optional<Attribute> createdAt;
    private final Optional<Attribute> updatedAt;
    private final Map<String, Integer> places;
    private final int version;
    private final HistorySql sql;

    EntityEvents(EntityModel model, Dialect dialect, History history) {
        this.sql = HistorySql.of(model, dialect);
        this.model = model;
        this.history = history;
        this.createdAt = moment(model, "createdAt");
        this.updatedAt = moment(model, "updatedAt");
        this.places = new HashMap<>();
        model.attributes().forEach(attribute -> places.put(attribute.column(), places.size()));
        this.version = model.version().map(model.attributes()::indexOf).orElse(-1);
    }

    HistorySql sql() {
        return sql;
    }

    Object id(Object object) {
        return Objects.requireNonNull(model.id().type().toData(model.id().get(object)), "a row without id");
    }

    int idIndex() {
        return model.attributes().indexOf(model.id());
    }

    private static Optional<Attribute> moment(EntityModel model, String name) {
        return model.attribute(name).filter(attribute -> attribute.field().getType() == Instant.class);
    }

    @Override
    public void prePersist(DescriptorEvent event) {
        Object entity = event.getObject();
        Attribute id = model.id();
        Changes changes = history.changesOf(event.getSession());
        if (id.get(entity) != null) {
            changes.givenId(entity);
        } else if (id.field().getType() == String.class) {
            id.set(entity, UuidCreator.getTimeOrderedEpochFast().toString());
        } else if (id.field().getType() == UUID.class) {
            id.set(entity, UuidCreator.getTimeOrderedEpochFast());
        }
        createdAt.ifPresent(attribute -> attribute.set(entity, changes.at()));
        updatedAt.ifPresent(attribute -> attribute.set(entity, changes.at()));
    }

    @Override
    public void preUpdateWithChanges(DescriptorEvent event) {
        updatedAt.ifPresent(attribute -> event.updateAttributeWithObject(
                attribute.name(), history.changesOf(event.getSession()).at()));
    }

    @Override
    public void postInsert(DescriptorEvent event) {
        // What was inserted need not be taken from the object again, where it was all there is.
        AbstractRecord inserted =
                event.getQuery() instanceof ObjectLevelModifyQuery query ? query.getModifyRow() : null;
        if (inserted != null && inserted.size() == places.size()) {
            history.add(event.getSession(), this, Operation.INSERT, values(inserted));
        } else {
            collect(event, Operation.INSERT);
        }
    }

    @Override
    public void postUpdate(DescriptorEvent event) {
        collect(event, Operation.UPDATE);
    }

    @Override
    public void postDelete(DescriptorEvent event) {
        collect(event, Operation.DELETE);
    }

    private void collect(DescriptorEvent event, Operation operation) {
        collect(event.getObject(), event.getSession(), operation);
    }

    void collect(Object entity, AbstractSession session, Operation operation) {
        AbstractRecord row =
                session.getDescriptor(model.type()).getObjectBuilder().buildRow(entity, session, WriteType.UNDEFINED);
        history.add(session, this, operation, values(row));
    }

    /** Says when rows were changed that a bulk statement changed. */
    void touch(List<Object> rows, EntityManager manager, Instant at) {
        if (updatedAt.isEmpty()) {
            return;
        }
        for (int from = 0; from < rows.size(); from += 500) {
            List<Object> part = rows.subList(from, Math.min(rows.size(), from + 500));
            Query update = manager.createNativeQuery(
                    sql.touch() + String.join(", ", Collections.nCopies(part.size(), "?")) + ")");
            update.setParameter(1, at);
            for (int i = 0; i < part.size(); i++) {
                update.setParameter(i + 2, id(part.get(i)));
            }
            update.executeUpdate();
        }
    }

    EntityModel model() {
        return model;
    }

    @Nullable Object[] values(AbstractRecord row) {
        @Nullable Object[] values = new @Nullable Object[places.size()];
        for (int i = 0; i < row.size(); i++) {
            Integer place = places.get(row.getFields().get(i).getName());
            if (place != null) {
                values[place] = row.getValues().get(i);
            }
        }
        return values;
    }

    /** The version that the change made; null when the class counts none. */
    @Nullable Long version(Operation operation, @Nullable Object[] values) {
        if (version < 0 || !(values[version] instanceof Number number)) {
            return null;
        }
        return operation == Operation.DELETE ? number.longValue() + 1 : number.longValue();
    }
}
