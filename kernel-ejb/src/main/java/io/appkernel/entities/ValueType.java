package io.appkernel.entities;

import io.appkernel.schema.ColumnType;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a Java type lies in a column. Thread-safe.
 *
 * @param javaType the type of the field
 * @param column what the column holds
 * @param writing from the field's value to what is bound: a string, number, boolean, byte[], UUID or java.time value
 * @param reading back; gets whatever of these the driver gives
 * @param mutable whether the value can change inside and so has to be compared by its content
 */
public record ValueType(
        Type javaType,
        ColumnType column,
        Function<Object, Object> writing,
        Function<Object, @Nullable Object> reading,
        boolean mutable) {

    /** What the database is given. */
    public @Nullable Object toData(@Nullable Object value) {
        return value == null ? null : writing.apply(value);
    }

    /** What the field is given. */
    public @Nullable Object toValue(@Nullable Object data) {
        return data == null ? null : reading.apply(data);
    }
}
