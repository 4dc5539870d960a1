package io.appkernel.store;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** References of rows to rows, by way of the mapper: a woven class keeps a lazy one beside its field. */
final class References {
    private References() {}

    /** The row it leads to, read now if it was not yet. */
    static @Nullable Object get(AbstractSession session, EntityModel model, Attribute attribute, Object row) {
        DatabaseMapping mapping = mapping(session, model, attribute);
        return mapping == null ? attribute.get(row) : mapping.getRealAttributeValueFromObject(row, session);
    }

    static void set(
            AbstractSession session, EntityModel model, Attribute attribute, Object row, @Nullable Object target) {
        DatabaseMapping mapping = mapping(session, model, attribute);
        if (mapping == null) {
            attribute.set(row, target);
        } else {
            mapping.setRealAttributeValueInObject(row, target);
        }
    }

    /** None for one of an embedded object, which stays as it was written. */
    private static @Nullable DatabaseMapping mapping(AbstractSession session, EntityModel model, Attribute attribute) {
        return session.getDescriptor(model.type()).getMappingForAttributeName(attribute.name());
    }
}
