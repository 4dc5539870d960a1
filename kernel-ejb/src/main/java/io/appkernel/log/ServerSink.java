package io.appkernel.log;

import java.util.List;

/** Hands lines to the server's own logging, which decides on prefix, file and console. */
final class ServerSink implements LogSink {
    private final System.Logger logger = System.getLogger("io.appkernel");

    @Override
    public void write(List<LogLine> lines) {
        lines.forEach(line -> logger.log(level(line.level()), line::text));
    }

    /** Nothing below INFO: our own level has decided already, and servers show no more by default. */
    private static System.Logger.Level level(LogLevel level) {
        return switch (level) {
            case WARN -> System.Logger.Level.WARNING;
            case ERROR -> System.Logger.Level.ERROR;
            default -> System.Logger.Level.INFO;
        };
    }
}
