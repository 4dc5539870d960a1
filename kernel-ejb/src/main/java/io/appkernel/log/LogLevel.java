package io.appkernel.log;

import java.util.Locale;

/** How much a log line matters, least first. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR,
    /** Above every line: nothing is logged. */
    OFF;

    /** Reads a level in any case; knows {@code WARNING}, {@code CRITICAL} and {@code FATAL} too. */
    static LogLevel parse(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "WARNING" -> WARN;
            case "CRITICAL", "FATAL" -> ERROR;
            default -> valueOf(name);
        };
    }
}
