package io.appkernel.log;

import io.appkernel.context.Calls;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The deployment's log, built from the settings: from the threshold to the sinks. */
final class Log {
    private static final Duration PATIENCE = Duration.ofMillis(20);
    private static final Duration BATCH = Duration.ofMillis(100);

    private final LogWriter writer;
    private final Journal journal;

    Log(LogSettings settings, Calls calls, Clock clock) {
        LineFormat format = settings.format() == LogFormat.TEXT
                ? new TextLines(settings.maxFieldLength())
                : new JsonLines(settings.maxFieldLength());
        LogQueue queue = new LogQueue(settings.queueSize(), PATIENCE.toNanos());
        writer = new LogWriter(queue, sinks(settings, clock), BATCH, lost -> loss(format, clock, lost));
        journal = new Journal(settings.threshold(), format, new LogContext(calls), clock, writer::write);
    }

    KernelLog named(String logger) {
        return new KernelLog(journal, logger);
    }

    LogStatus status() {
        return writer;
    }

    void start() {
        writer.start();
    }

    /** Writes what waits. Lines that come later are still written, by whoever logs them. */
    void stop() {
        writer.stop();
    }

    private static List<LogSink> sinks(LogSettings settings, Clock clock) {
        List<LogSink> sinks = new ArrayList<>();
        sinks.add(settings.output() == LogOutput.SERVER ? new ServerSink() : StreamSink.stdout());
        settings.dir()
                .map(dir -> new FileSink(dir, settings.maxFileSize(), settings.maxFiles(), clock))
                .ifPresent(sinks::add);
        return sinks;
    }

    private static LogLine loss(LineFormat format, Clock clock, long lost) {
        LogEvent event = new LogEvent(
                clock.millis(),
                LogLevel.WARN,
                Log.class.getName(),
                Thread.currentThread().getName(),
                "log lines dropped: more were logged than the output takes",
                null,
                Map.of(),
                new Object[] {"dropped", lost},
                null);
        return new LogLine(LogLevel.WARN, format.line(event));
    }
}
