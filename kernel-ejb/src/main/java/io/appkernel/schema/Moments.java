package io.appkernel.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** Times as databases write them. */
final class Moments {
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(java.util.Locale.ROOT);

    private Moments() {}

    static String text(LocalTime time) {
        return TIME.format(time);
    }

    static String text(LocalDateTime time) {
        return LOCAL.format(time);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static LocalTime time(String text) {
        return LocalTime.parse(text, TIME);
    }

    static LocalDateTime local(String text) {
        return LocalDateTime.parse(text.replace('T', ' '), LOCAL);
    }

    /** Reads an instant with or without an offset, the latter as UTC. */
    static Instant instant(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        int sign = Math.max(text.indexOf('+', 10), text.indexOf('-', 10));
        String moment = sign < 0 ? text : text.substring(0, sign);
        String offset = sign < 0 ? "Z" : text.substring(sign);
        return local(moment).toInstant(ZoneOffset.of(offset));
    }
}
