package io.appkernel.edge;

import io.appkernel.context.Calls;
import io.appkernel.log.AccessLine;
import io.appkernel.log.AccessLog;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.HttpMeters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What is kept of each request: a line in the log, a time in the meters, and why it failed if we failed. */
@Dependent
class Observed {
    private static final int UNAVAILABLE = 503;
    private static final long SELDOM_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Calls calls;
    private final AccessLog access;
    private final KernelLog log;
    private final HttpMeters meters;
    private final boolean logsRequests;
    private final AtomicLong told = new AtomicLong(System.nanoTime() - 2 * SELDOM_NANOS);

    @Inject
    Observed(Calls calls, AccessLog access, KernelLog log, HttpMeters meters, EdgeSettings settings) {
        this.calls = calls;
        this.access = access;
        this.log = log.named("io.appkernel.edge");
        this.meters = meters;
        this.logsRequests = settings.requestLog();
    }

    void ended(Exchange exchange, EdgeResponse response) {
        int status = response.getStatus();
        String route = exchange.route(status);
        long nanos = System.nanoTime() - exchange.startedNanos();
        meters.record(exchange.method(), route, status, nanos);
        try (Calls.Scope scope = calls.open(exchange.call())) {
            exchange.failure().ifPresent(thrown -> failed(exchange.path(), status, thrown));
            if (logsRequests) {
                access.write(new AccessLine(
                        exchange.method(),
                        exchange.path(),
                        route,
                        status,
                        nanos,
                        response.bytesWritten(),
                        exchange.clientIp(),
                        exchange.userAgent()));
            }
        }
    }

    /** While something is away every request fails alike: one of them tells where, the others that they did. */
    void failed(String path, int status, Throwable thrown) {
        if (status != UNAVAILABLE) {
            log.error("request failed", thrown, "path", path);
            return;
        }
        long now = System.nanoTime();
        long last = told.get();
        if (now - last > SELDOM_NANOS && told.compareAndSet(last, now)) {
            log.warn("request refused for now", thrown, "path", path);
        } else {
            log.warn("request refused for now", "path", path, "reason", thrown.toString());
        }
    }
}
