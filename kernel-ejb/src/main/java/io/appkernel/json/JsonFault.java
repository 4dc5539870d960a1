package io.appkernel.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.io.CharConversionException;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns what Jackson says into what a caller may read: the field and what was expected, never a class name. */
final class JsonFault {
    private static final String UNUSABLE = "has a value that cannot be used";

    /** A constructor may explain itself; what the JDK says of an enum or a parser is no help and names classes. */
    private static final Pattern CODE = Pattern.compile("\\b(?:[a-z_]\\w*\\.)+[A-Z]\\w*|^For input string");

    private JsonFault() {}

    static KernelException of(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new KernelException(ErrorCode.MALFORMED, "The JSON is nested too deeply or holds too long a value.");
        }
        if (e.getCause() instanceof StreamReadException cause && !(cause instanceof InputCoercionException)) {
            return malformed(cause);
        }
        if (e instanceof JsonMappingException mapping) {
            String said = String.valueOf(e.getOriginalMessage());
            boolean broken = said.startsWith("Unexpected end-of-input") || said.startsWith("Trailing token");
            return broken ? malformed(e) : invalid(mapping);
        }
        return malformed(e);
    }

    /** The bytes are no Unicode text at all. */
    static KernelException notText(CharConversionException e) {
        return new KernelException(ErrorCode.MALFORMED, "The body is not text in UTF-8.", List.of(), e);
    }

    private static KernelException malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        String what = duplicate ? "The JSON names a field twice" : "The body is not valid JSON";
        return new KernelException(ErrorCode.MALFORMED, what + where + ".", List.of(), e);
    }

    private static KernelException invalid(JsonMappingException e) {
        String field = path(e);
        String message = expectation(e);
        List<FieldError> errors = field.isEmpty() ? List.of() : List.of(new FieldError(field, message));
        String detail = field.isEmpty() ? "The body " + message + "." : "The field " + field + " " + message + ".";
        return new KernelException(ErrorCode.INVALID, detail, errors, e);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expectation(JsonMappingException e) {
        if (e instanceof InvalidFormatException format && format.getTargetType() != null) {
            return "must be " + nameOf(format.getTargetType());
        }
        if (e instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            boolean missing = String.valueOf(e.getOriginalMessage()).contains("null");
            return missing && mismatch.getTargetType().isPrimitive()
                    ? "is required and must be " + nameOf(mismatch.getTargetType())
                    : "must be " + nameOf(mismatch.getTargetType());
        }
        if (e.getCause() instanceof InputCoercionException coercion) {
            return "must be " + nameOf(coercion.getTargetType());
        }
        if (e.getCause() instanceof IllegalArgumentException refused) {
            String said = refused.getMessage();
            return said == null || CODE.matcher(said).find() ? UNUSABLE : said;
        }
        return UNUSABLE;
    }

    private static String nameOf(@Nullable Class<?> type) {
        if (type == null) {
            return "another value";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == float.class || type == double.class || type == Float.class || type == Double.class) {
            return "a number";
        }
        if (type.isPrimitive() && type != char.class
                || Number.class.isAssignableFrom(type) && type.getName().startsWith("java.")) {
            return type == java.math.BigDecimal.class ? "a number" : "a whole number in range";
        }
        if (CharSequence.class.isAssignableFrom(type) || type == char.class) {
            return "a string";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(value -> ((Enum<?>) value).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "an ISO-8601 date or time, for example 2026-02-10T14:30:00Z";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "an array";
        }
        return Map.class.isAssignableFrom(type) || !type.getName().startsWith("java.") ? "an object" : "another value";
    }
}
