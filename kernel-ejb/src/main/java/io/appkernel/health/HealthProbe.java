package io.appkernel.health;

import io.appkernel.errors.KernelException;
import io.appkernel.health.HealthRun.Outcome;
import io.appkernel.log.KernelLog;
import io.appkernel.log.LogLevel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.jspecify.annotations.Nullable;

/** One check with its latest run. Thread-safe; the check itself is called by one thread at a time. */
final class HealthProbe {
    private final Set<HealthKind> kinds;
    private final HealthCheck check;
    private final KernelLog log;
    private volatile String name;
    private @Nullable HealthRun latest;
    private String known = "";
    private boolean startedUp;

    HealthProbe(String name, Set<HealthKind> kinds, HealthCheck check, KernelLog log) {
        this.name = name;
        this.kinds = Set.copyOf(kinds);
        this.check = check;
        this.log = log;
    }

    boolean isOneOf(Set<HealthKind> wanted) {
        return kinds.stream().anyMatch(wanted::contains);
    }

    /** The run to await: the one that goes on, the last one while its answer is fresh, or a new one. */
    synchronized HealthRun ask(Executor threads, LongSupplier nanos, long reuseNanos, boolean debug) {
        long now = nanos.getAsLong();
        if (latest == null || (!startedUp && !latest.serves(now, reuseNanos))) {
            latest = start(new HealthRun(now), threads, nanos, debug);
        }
        return latest;
    }

    private HealthRun start(HealthRun run, Executor threads, LongSupplier nanos, boolean debug) {
        try {
            threads.execute(() -> {
                Outcome outcome = call(run, nanos, debug);
                run.finish(outcome, nanos.getAsLong());
            });
        } catch (RuntimeException | OutOfMemoryError noThread) {
            run.finish(
                    new Outcome(down("no thread could be started for it", Duration.ZERO), noThread), nanos.getAsLong());
        }
        return run;
    }

    @SuppressWarnings("CatchingUnchecked")
    private Outcome call(HealthRun run, LongSupplier nanos, boolean debug) {
        try {
            HealthCheckResponse response = check.call();
            return new Outcome(read(response, run.elapsed(nanos.getAsLong())), null);
        } catch (Throwable failure) {
            return new Outcome(down(reason(failure, debug), run.elapsed(nanos.getAsLong())), failure);
        }
    }

    private CheckReport read(@Nullable HealthCheckResponse response, Duration took) {
        if (response == null) {
            return down("it returned null; it must return a HealthCheckResponse", took);
        }
        if (response.getName() != null && !response.getName().isBlank()) {
            name = response.getName();
        }
        if (response.getStatus() == null) {
            return down("its response has no status", took);
        }
        return new CheckReport(name, response.getStatus(), response.getData().orElse(Map.of()), took);
    }

    private static String reason(Throwable failure, boolean debug) {
        if (debug) {
            return failure.toString();
        }
        return failure instanceof KernelException known ? known.getMessage() : "it failed; the server's log says how";
    }

    CheckReport down(String reason, Duration took) {
        return new CheckReport(name, Status.DOWN, Map.of("reason", reason), took);
    }

    /** Remembers what was answered, and logs it when it is news: probes come every few seconds. */
    synchronized void note(CheckReport report, @Nullable Throwable cause) {
        startedUp = startedUp || (report.status() == Status.UP && kinds.equals(Set.of(HealthKind.STARTUP)));
        String news =
                report.status() + (cause == null ? "" : " " + cause.getClass().getName());
        if (news.equals(known)) {
            return;
        }
        if (report.status() == Status.DOWN) {
            log.log(LogLevel.WARN, "a health check is DOWN", cause, "check", report.name(), "data", report.data());
        } else if (!known.isEmpty()) {
            log.info("a health check is UP again", "check", report.name());
        }
        known = news;
    }

    synchronized void forget() {
        if (latest != null) {
            latest.forget();
        }
    }
}
