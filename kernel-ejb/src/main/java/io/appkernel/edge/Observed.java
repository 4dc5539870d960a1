package io.appkernel.edge;

import io.appkernel.context.Calls;
import io.appkernel.log.AccessLine;
import io.appkernel.log.AccessLog;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.HttpMeters;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What is kept of each request: a line in the log, a time in the meters, and why it failed if we failed. */
@Dependent
class Observed {
    private final Calls calls;
    private final AccessLog access;
    private final KernelLog log;
    private final HttpMeters meters;
    private final boolean logsRequests;

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
            exchange.failure().ifPresent(thrown -> log.error("request failed", thrown, "path", exchange.path()));
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
}
