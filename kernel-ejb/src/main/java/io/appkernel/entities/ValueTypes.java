package io.appkernel.entities;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import io.appkernel.json.Json;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ColumnType.Kind;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Lob;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows how each Java type lies in a column. What is no plain value is stored as JSON. Thread-safe. */
final class ValueTypes {
    private static final int DEFAULT_LENGTH = 255;
    private static final int LONGEST_TEXT = 16_383;
    private static final ColumnType MONEY_AND_MORE = ColumnType.decimal(38, 10);
    private static final ColumnType WHOLE = ColumnType.decimal(38, 0);

    private final Json json;

    ValueTypes(Json json) {
        this.json = json;
    }

    ValueType of(Field field) {
        Class<?> type = field.getType();
        if (type.isEnum()) {
            return enumeration(field, type);
        }
        ValueType plain = plain(field, type);
        return plain == null ? json(field) : plain;
    }

    private static @Nullable ValueType plain(Field field, Class<?> type) {
        if (type == String.class) {
            return as(type, text(field, DEFAULT_LENGTH), Function.identity(), Object::toString);
        }
        if (type == char.class || type == Character.class) {
            return as(type, ColumnType.text(1), Object::toString, ValueTypes::character);
        }
        if (type == boolean.class || type == Boolean.class) {
            return as(type, ColumnType.of(Kind.BOOLEAN), Function.identity(), ValueTypes::truth);
        }
        if (type == byte[].class) {
            return new ValueType(type, bytes(field), Function.identity(), Function.identity(), true);
        }
        if (type == UUID.class) {
            return as(type, ColumnType.of(Kind.UUID), Function.identity(), ValueTypes::uuid);
        }
        ValueType number = number(field, type);
        return number == null ? time(type) : number;
    }

    private static @Nullable ValueType number(Field field, Class<?> type) {
        if (type == byte.class || type == Byte.class) {
            return number(type, Kind.SMALLINT, Number::byteValue);
        }
        if (type == short.class || type == Short.class) {
            return number(type, Kind.SMALLINT, Number::shortValue);
        }
        if (type == int.class || type == Integer.class) {
            return number(type, Kind.INTEGER, Number::intValue);
        }
        if (type == long.class || type == Long.class) {
            return number(type, Kind.BIGINT, Number::longValue);
        }
        if (type == float.class || type == Float.class) {
            return number(type, Kind.REAL, Number::floatValue);
        }
        if (type == double.class || type == Double.class) {
            return number(type, Kind.DOUBLE, Number::doubleValue);
        }
        if (type == BigDecimal.class) {
            return as(type, decimal(field, MONEY_AND_MORE), Function.identity(), ValueTypes::decimal);
        }
        if (type == BigInteger.class) {
            return as(
                    type,
                    decimal(field, WHOLE),
                    value -> new BigDecimal((BigInteger) value),
                    data -> decimal(data).toBigInteger());
        }
        return null;
    }

    private static @Nullable ValueType time(Class<?> type) {
        if (type == Instant.class) {
            return as(
                    type,
                    ColumnType.of(Kind.INSTANT),
                    value -> ((Instant) value).truncatedTo(ChronoUnit.MICROS),
                    ValueTypes::instant);
        }
        if (type == OffsetDateTime.class) {
            return as(
                    type,
                    ColumnType.of(Kind.INSTANT),
                    value -> ((OffsetDateTime) value).toInstant().truncatedTo(ChronoUnit.MICROS),
                    data -> instant(data).atOffset(ZoneOffset.UTC));
        }
        if (type == LocalDate.class) {
            return as(type, ColumnType.of(Kind.DATE), Function.identity(), Function.identity());
        }
        if (type == LocalTime.class) {
            return as(
                    type,
                    ColumnType.of(Kind.TIME),
                    value -> ((LocalTime) value).truncatedTo(ChronoUnit.MICROS),
                    Function.identity());
        }
        if (type == LocalDateTime.class) {
            return as(
                    type,
                    ColumnType.of(Kind.DATETIME),
                    value -> ((LocalDateTime) value).truncatedTo(ChronoUnit.MICROS),
                    Function.identity());
        }
        return type != Duration.class
                ? null
                : as(
                        type,
                        ColumnType.of(Kind.BIGINT),
                        value -> ((Duration) value).toNanos(),
                        data -> Duration.ofNanos(((Number) data).longValue()));
    }

    @SuppressWarnings("EnumOrdinal") // The entity asks for it.
    private static ValueType enumeration(Field field, Class<?> type) {
        Enumerated how = field.getAnnotation(Enumerated.class);
        Object[] constants = type.getEnumConstants();
        if (how != null && how.value() == EnumType.ORDINAL) {
            return as(
                    type,
                    ColumnType.of(Kind.INTEGER),
                    value -> ((Enum<?>) value).ordinal(),
                    data -> constants[((Number) data).intValue()]);
        }
        return as(
                type,
                text(field, DEFAULT_LENGTH),
                value -> ((Enum<?>) value).name(),
                data -> Arrays.stream(constants)
                        .filter(constant -> ((Enum<?>) constant).name().equals(data))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "The database holds \"" + data + "\", which is no " + type.getSimpleName())));
    }

    private ValueType json(Field field) {
        Type type = field.getGenericType();
        ObjectReader reader = json.mapper().readerFor(json.mapper().constructType(type));
        return new ValueType(
                type,
                ColumnType.of(Kind.JSON),
                value -> new String(json.write(value), StandardCharsets.UTF_8),
                data -> read(reader, data.toString(), field),
                true);
    }

    private static @Nullable Object read(ObjectReader reader, String text, Field field) {
        try {
            return reader.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "The column of " + field + " holds JSON that the field's type cannot read; write the rows anew, or"
                            + " give the field a type that reads both",
                    e);
        }
    }

    private static ValueType number(Class<?> type, Kind kind, Function<Number, Object> reading) {
        return as(type, ColumnType.of(kind), Function.identity(), data -> reading.apply((Number) data));
    }

    private static ValueType as(
            Class<?> type,
            ColumnType column,
            Function<Object, Object> writing,
            Function<Object, @Nullable Object> reading) {
        return new ValueType(type, column, writing, reading, false);
    }

    private static ColumnType text(Field field, int standard) {
        Column column = field.getAnnotation(Column.class);
        int length = column == null ? standard : column.length();
        return field.isAnnotationPresent(Lob.class) || length > LONGEST_TEXT
                ? ColumnType.longText()
                : ColumnType.text(length);
    }

    private static ColumnType bytes(Field field) {
        Column column = field.getAnnotation(Column.class);
        boolean bounded = column != null && column.length() != DEFAULT_LENGTH && column.length() <= LONGEST_TEXT;
        return ColumnType.bytes(bounded && !field.isAnnotationPresent(Lob.class) ? column.length() : 0);
    }

    private static ColumnType decimal(Field field, ColumnType standard) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.precision() == 0
                ? standard
                : ColumnType.decimal(column.precision(), column.scale());
    }

    private static Object character(Object data) {
        String text = data.toString();
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static Object truth(Object data) {
        return data instanceof Number number ? number.intValue() != 0 : data;
    }

    private static Object uuid(Object data) {
        return data instanceof UUID ? data : UUID.fromString(data.toString());
    }

    private static BigDecimal decimal(Object data) {
        return data instanceof BigDecimal exact ? exact : new BigDecimal(data.toString());
    }

    /** Databases without a type for instants keep UTC in a local time. */
    private static Instant instant(Object data) {
        if (data instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return data instanceof LocalDateTime utc ? utc.toInstant(ZoneOffset.UTC) : (Instant) data;
    }
}
