package io.appkernel.entities;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Reads and writes fields that were made accessible when the model was read. */
final class FieldAccess {
    private FieldAccess() {}

    static @Nullable Object get(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw closed(field.getDeclaringClass(), e);
        }
    }

    static void set(Field field, Object object, @Nullable Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw closed(field.getDeclaringClass(), e);
        }
    }

    static <T> T make(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw closed(type, e);
        }
    }

    private static IllegalStateException closed(Class<?> type, ReflectiveOperationException e) {
        return new IllegalStateException(
                type.getName() + " is closed to the kernel; open its package and give it a constructor without"
                        + " parameters",
                e);
    }
}
