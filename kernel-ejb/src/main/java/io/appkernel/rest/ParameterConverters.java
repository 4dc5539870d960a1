package io.appkernel.rest;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters so that a wrong one is a 422 with its name; the runtimes answer 404. A path that does not fit stays a
 * 404: there is nothing there.
 */
final class ParameterConverters implements ParamConverterProvider {
    private record Reader(Function<String, Object> read, String wanted) {}

    private static final Map<Class<?>, Reader> READERS = Map.ofEntries(
            Map.entry(int.class, new Reader(Integer::valueOf, "a whole number")),
            Map.entry(Integer.class, new Reader(Integer::valueOf, "a whole number")),
            Map.entry(long.class, new Reader(Long::valueOf, "a whole number")),
            Map.entry(Long.class, new Reader(Long::valueOf, "a whole number")),
            Map.entry(double.class, new Reader(Double::valueOf, "a number")),
            Map.entry(Double.class, new Reader(Double::valueOf, "a number")),
            Map.entry(java.math.BigDecimal.class, new Reader(java.math.BigDecimal::new, "a number")),
            Map.entry(boolean.class, new Reader(ParameterConverters::bool, "true or false")),
            Map.entry(Boolean.class, new Reader(ParameterConverters::bool, "true or false")),
            Map.entry(UUID.class, new Reader(UUID::fromString, "a UUID")),
            Map.entry(Instant.class, new Reader(Instant::parse, "a time such as 2026-02-10T14:30:00Z")),
            Map.entry(OffsetDateTime.class, new Reader(OffsetDateTime::parse, "a time such as 2026-02-10T14:30:00Z")),
            Map.entry(LocalDateTime.class, new Reader(LocalDateTime::parse, "a time such as 2026-02-10T14:30:00")),
            Map.entry(LocalDate.class, new Reader(LocalDate::parse, "a date such as 2026-02-10")),
            Map.entry(Duration.class, new Reader(Duration::parse, "a duration such as PT15M")));

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reader reader = READERS.get(type);
        if (reader == null && type.isEnum()) {
            reader = enumReader(type);
        }
        String name = name(annotations);
        if (reader == null || name == null) {
            return null;
        }
        Object missing = type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
        return (ParamConverter<T>) new Named(name, reader, missing);
    }

    private static Reader enumReader(Class<?> type) {
        List<?> constants = List.of(type.getEnumConstants());
        return new Reader(
                text -> constants.stream()
                        .filter(constant -> ((Enum<?>) constant).name().equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(text)),
                "one of " + constants.stream().map(c -> ((Enum<?>) c).name()).toList());
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static @Nullable String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof HeaderParam header) {
                return header.value();
            }
            if (annotation instanceof FormParam form) {
                return form.value();
            }
            if (annotation instanceof CookieParam cookie) {
                return cookie.value();
            }
            if (annotation instanceof PathParam) {
                return null;
            }
        }
        return null;
    }

    /** One parameter; a primitive one that is missing is zero or false, as Jersey leaves to converters. */
    private record Named(
            String name, Reader reader, @Nullable Object missing) implements ParamConverter<Object> {
        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null || text.isEmpty() && missing == null) {
                return missing;
            }
            try {
                return reader.read().apply(text);
            } catch (RuntimeException e) {
                String message = "must be " + reader.wanted();
                throw new KernelException(
                        ErrorCode.INVALID,
                        "The parameter " + name + " " + message + ".",
                        List.of(new FieldError(name, message)),
                        e);
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
