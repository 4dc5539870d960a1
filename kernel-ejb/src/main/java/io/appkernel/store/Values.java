package io.appkernel.store;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Between values as callers give them, {@code "2026-01-31"} or {@code 5}, and as fields hold them. Thread-safe. */
final class Values {
    /** What the kernel keeps itself. */
    static final Set<String> KEPT = Set.of("createdAt", "updatedAt", "deletedAt");

    private final Json json;

    Values(Json json) {
        this.json = json;
    }

    /** The fields to set, by attribute. What the kernel keeps is left out, so that a map that was read can be saved. */
    Map<Attribute, @Nullable Object> fields(EntityModel model, Map<String, ?> data) {
        Map<Attribute, @Nullable Object> fields = new LinkedHashMap<>();
        data.forEach((name, value) -> {
            Attribute attribute = model.attribute(name).orElseThrow(() -> Condition.unknown(name, model));
            if (!KEPT.contains(attribute.name()) && attribute.role() != Attribute.Role.VERSION) {
                fields.put(attribute, value(attribute, value));
            }
        });
        return fields;
    }

    /** The value as the field's type; of a reference as that of the other's id. */
    @Nullable Object value(Attribute attribute, @Nullable Object value) {
        Type wanted = attribute.type().javaType();
        if (value == null || wanted instanceof Class<?> type && type.isInstance(value)) {
            if (value == null
                    && attribute.role() == Attribute.Role.VALUE
                    && attribute.field().getType().isPrimitive()) {
                throw unfit(attribute, "must not be null", null);
            }
            return value;
        }
        try {
            return json.mapper().convertValue(value, json.mapper().constructType(wanted));
        } catch (IllegalArgumentException e) {
            throw unfit(attribute, "cannot be " + said(value), e);
        }
    }

    private static String said(Object value) {
        String text = String.valueOf(value);
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }

    private static KernelException unfit(Attribute attribute, String why, @Nullable Throwable cause) {
        return new KernelException(
                ErrorCode.INVALID,
                "The field " + attribute.column() + " " + why + ".",
                List.of(new FieldError(attribute.column(), why)),
                cause);
    }
}
