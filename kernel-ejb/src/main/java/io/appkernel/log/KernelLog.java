package io.appkernel.log;

import io.appkernel.context.Calls;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes log lines under the name of the class it is injected into. Fields are pairs of name and value:
 *
 * <pre>{@code
 * log.info("order placed", "order_id", order.id(), "total", order.total());
 * log.error("payment refused", failure, "order_id", order.id());
 * }</pre>
 *
 * Numbers, booleans, maps and collections keep their shape; everything else is written as its text. A value whose
 * name looks like a secret (password, token, authorization...) is masked unless it is a number or a boolean. A field
 * named like one the kernel writes itself (user, time...) is written as {@code field_user}. Long values are cut.
 *
 * <p>Logging never throws and never waits for the disk or the pipe behind stdout. Thread-safe.
 */
public final class KernelLog {
    private final Journal journal;
    private final String logger;

    KernelLog(Journal journal, String logger) {
        this.journal = journal;
        this.logger = logger;
    }

    /** A log that hands each line of any level to the consumer, as text, at once: for unit tests. */
    public static KernelLog to(Consumer<String> lines) {
        return new KernelLog(Journal.direct(lines), "test");
    }

    /** The same log under another name. */
    public KernelLog named(String logger) {
        return new KernelLog(journal, logger);
    }

    /** Whether lines of that level are written; worth asking only before costly preparation. */
    public boolean isEnabled(LogLevel level) {
        return journal.isEnabled(level);
    }

    public void trace(String message, @Nullable Object... fields) {
        log(LogLevel.TRACE, message, null, fields);
    }

    public void debug(String message, @Nullable Object... fields) {
        log(LogLevel.DEBUG, message, null, fields);
    }

    public void info(String message, @Nullable Object... fields) {
        log(LogLevel.INFO, message, null, fields);
    }

    public void warn(String message, @Nullable Object... fields) {
        log(LogLevel.WARN, message, null, fields);
    }

    public void warn(String message, Throwable error, @Nullable Object... fields) {
        log(LogLevel.WARN, message, error, fields);
    }

    public void error(String message, @Nullable Object... fields) {
        log(LogLevel.ERROR, message, null, fields);
    }

    public void error(String message, Throwable error, @Nullable Object... fields) {
        log(LogLevel.ERROR, message, error, fields);
    }

    /** A line of any level. A throwable left over after the pairs counts as the error. */
    public void log(LogLevel level, String message, @Nullable Throwable error, @Nullable Object... fields) {
        if (!journal.isEnabled(level)) {
            return;
        }
        if (fields.length % 2 == 0) {
            journal.write(level, logger, message, error, fields);
        } else if (error == null && fields[fields.length - 1] instanceof Throwable last) {
            journal.write(level, logger, message, last, Arrays.copyOf(fields, fields.length - 1));
        } else {
            journal.write(level, logger, message, error, Arrays.copyOf(fields, fields.length + 1));
        }
    }

    /**
     * Adds a field to every line of the current call, or of the current thread when there is no call, until the scope
     * is closed. Scopes nest: closing restores the value from before. Close it on the thread that opened it.
     */
    public Calls.Scope context(String name, @Nullable Object value) {
        return journal.context(name, value);
    }
}
