package io.appkernel.store;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Accepts values in a list or in a map. */
final class Questions {
    private Questions() {}

    static <T> EntityQuery<T> of(EntityQuery<T> query, String where, Object values) {
        if (values instanceof List<?> list) {
            List<@Nullable Object> given = new ArrayList<>(list);
            return query.matching(where, given);
        }
        if (values instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> given = new LinkedHashMap<>();
            map.forEach((name, value) -> given.put(String.valueOf(name), value));
            return query.matching(where, given);
        }
        throw new KernelException(
                ErrorCode.INVALID, "The values of a condition must come in a List for ? or in a Map for :name.");
    }
}
