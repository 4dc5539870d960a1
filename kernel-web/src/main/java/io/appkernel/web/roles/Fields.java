package io.appkernel.web.roles;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields of a body that must be there. */
final class Fields {
    private Fields() {}

    static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw invalid(field, "must not be blank");
        }
        return value;
    }

    /** Each once; a list with a null in it is none. */
    static Set<String> distinct(String field, List<@Nullable String> values) {
        Set<String> all = new HashSet<>();
        for (String value : values) {
            if (value == null) {
                throw invalid(field, "must not contain null");
            }
            all.add(value);
        }
        return all;
    }

    static KernelException invalid(String field, String message) {
        return new KernelException(
                ErrorCode.INVALID, "The field " + field + " " + message + ".", List.of(new FieldError(field, message)));
    }
}
