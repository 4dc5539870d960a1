package io.appkernel.entities;

import io.appkernel.schema.ColumnType;
import java.lang.reflect.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of an entity and the field it belongs to. Immutable.
 *
 * @param name the field as queries name it; {@code address.city} for one of an embedded object
 * @param path the fields from the entity down to the value
 * @param role what the kernel uses it for
 * @param type how values lie in the column
 * @param target the entity a reference leads to; null unless the role is {@link Role#REFERENCE}
 */
public record Attribute(
        String name,
        String column,
        List<Field> path,
        Role role,
        ValueType type,
        boolean nullable,
        @Nullable Class<?> target) {
    public Attribute {
        path = List.copyOf(path);
    }

    /** What the kernel uses a column for. */
    public enum Role {
        ID,
        VERSION,
        VALUE,
        REFERENCE
    }

    /** The field that holds the value. */
    public Field field() {
        return path.get(path.size() - 1);
    }

    /** What kind of column it is. */
    public ColumnType columnType() {
        return type.column();
    }

    /** The value in an object; null also when an embedded object on the way is. */
    public @Nullable Object get(Object entity) {
        Object at = entity;
        for (Field step : path) {
            if (at == null) {
                return null;
            }
            at = FieldAccess.get(step, at);
        }
        return at;
    }

    /** Sets the value in an object, making the embedded objects on the way. */
    public void set(Object entity, @Nullable Object value) {
        Object at = entity;
        for (Field step : path.subList(0, path.size() - 1)) {
            Object next = FieldAccess.get(step, at);
            if (next == null) {
                next = FieldAccess.make(step.getType());
                FieldAccess.set(step, at, next);
            }
            at = next;
        }
        FieldAccess.set(field(), at, value);
    }
}
