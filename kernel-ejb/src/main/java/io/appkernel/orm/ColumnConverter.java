package io.appkernel.orm;

import io.appkernel.entities.ValueType;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Lets EclipseLink keep a field's value the way the model says. */
final class ColumnConverter implements Converter {
    private static final long serialVersionUID = 1L;

    private final transient ValueType type;

    ColumnConverter(ValueType type) {
        this.type = type;
    }

    @Override
    public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
        // The other side of a comparison may be converted already.
        return type.toData(value);
    }

    @Override
    public @Nullable Object convertDataValueToObjectValue(@Nullable Object data, Session session) {
        return type.toValue(data);
    }

    @Override
    public boolean isMutable() {
        return type.mutable();
    }

    @Override
    public void initialize(DatabaseMapping mapping, Session session) {
        // The model said all there is to know.
    }
}
