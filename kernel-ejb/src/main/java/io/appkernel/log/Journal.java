package io.appkernel.log;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every log of a deployment shares. */
final class Journal {
    private final LogLevel threshold;
    private final LineFormat format;
    private final LogContext context;
    private final Clock clock;
    private final Consumer<LogLine> lines;

    Journal(LogLevel threshold, LineFormat format, LogContext context, Clock clock, Consumer<LogLine> lines) {
        this.threshold = threshold;
        this.format = format;
        this.context = context;
        this.clock = clock;
        this.lines = lines;
    }

    static Journal direct(Consumer<String> lines) {
        return new Journal(
                LogLevel.TRACE,
                new TextLines(8192),
                new LogContext(new Calls()),
                Clock.systemUTC(),
                line -> lines.accept(line.text()));
    }

    boolean isEnabled(LogLevel level) {
        return level.compareTo(threshold) >= 0 && level != LogLevel.OFF;
    }

    /** For a level that is enabled, and fields in pairs. */
    void write(LogLevel level, String logger, String message, @Nullable Throwable error, @Nullable Object... fields) {
        LogEvent event = new LogEvent(
                clock.millis(),
                level,
                logger,
                Thread.currentThread().getName(),
                message,
                context.call(),
                context.loose(),
                fields,
                error);
        lines.accept(new LogLine(level, line(event)));
    }

    Calls.Scope context(String name, @Nullable Object value) {
        return context.open(name, value);
    }

    /** A value whose text cannot be had must not fail the work that logs it. */
    private String line(LogEvent event) {
        try {
            return format.line(event);
        } catch (RuntimeException | StackOverflowError e) {
            return format.line(new LogEvent(
                    event.millis(),
                    event.level(),
                    event.logger(),
                    event.thread(),
                    event.message(),
                    event.call() == null ? null : new Call(event.call().requestId()),
                    Map.of(),
                    new Object[] {
                        "log_error",
                        "a field failed to become text: " + e.getClass().getName()
                    },
                    null));
        }
    }
}
