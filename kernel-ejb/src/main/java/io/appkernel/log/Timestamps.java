package io.appkernel.log;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes instants as {@code 2026-02-10T14:30:00.123Z}. Keeps the last second, for many lines share one. */
final class Timestamps {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private volatile Second last = second(0);

    void append(StringBuilder out, long millis) {
        long epoch = Math.floorDiv(millis, 1000L);
        Second second = last;
        if (second.epoch != epoch) {
            second = second(epoch);
            last = second;
        }
        int rest = (int) Math.floorMod(millis, 1000L);
        out.append(second.text).append('.');
        if (rest < 100) {
            out.append(rest < 10 ? "00" : "0");
        }
        out.append(rest).append('Z');
    }

    private static Second second(long epoch) {
        return new Second(
                epoch, LocalDateTime.ofEpochSecond(epoch, 0, ZoneOffset.UTC).format(SECONDS));
    }

    private record Second(long epoch, String text) {}
}
