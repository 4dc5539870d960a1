package io.appkernel.log;

import java.math.BigDecimal;

/**
 * One line per answered request, under the name {@code io.appkernel.access}: a warning when the server failed (5xx),
 * otherwise information. Call it while the request's call is current. To inject.
 * Thread-safe.
 */
public final class AccessLog {
    private final KernelLog log;

    AccessLog(KernelLog log) {
        this.log = log;
    }

    public void write(AccessLine line) {
        LogLevel level = line.status() >= 500 ? LogLevel.WARN : LogLevel.INFO;
        if (!log.isEnabled(level)) {
            return;
        }
        log.log(
                level,
                "request",
                null,
                "method",
                line.method(),
                "path",
                line.path(),
                "route",
                line.route(),
                "status",
                line.status(),
                "ms",
                BigDecimal.valueOf(line.nanos() / 10_000, 2),
                "bytes",
                line.bytes() < 0 ? null : line.bytes(),
                "client_ip",
                line.clientIp(),
                "user_agent",
                line.userAgent());
    }
}
