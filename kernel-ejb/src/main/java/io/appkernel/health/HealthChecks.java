package io.appkernel.health;

import io.appkernel.health.HealthRun.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the checks of one kind, all at once, and waits no longer than the timeout for each. Thread-safe. */
final class HealthChecks {
    private static final Set<HealthKind> LIVE = EnumSet.of(HealthKind.LIVENESS);
    private static final Set<HealthKind> READY = EnumSet.of(HealthKind.READINESS, HealthKind.STARTUP);

    private final List<HealthProbe> probes;
    private final HealthSettings settings;
    private final boolean debug;
    private final Executor threads;
    private final LongSupplier nanos;

    /**
     * @param threads must start every task at once and never queue it
     * @param nanos a monotonic clock
     */
    HealthChecks(
            List<HealthProbe> probes, HealthSettings settings, boolean debug, Executor threads, LongSupplier nanos) {
        this.probes = List.copyOf(probes);
        this.settings = settings;
        this.debug = debug;
        this.threads = threads;
        this.nanos = nanos;
    }

    HealthReport liveness() {
        return report(LIVE);
    }

    HealthReport readiness() {
        return report(READY);
    }

    void forget() {
        probes.forEach(HealthProbe::forget);
    }

    private HealthReport report(Set<HealthKind> kinds) {
        List<HealthProbe> asked =
                probes.stream().filter(probe -> probe.isOneOf(kinds)).toList();
        long reuse = settings.minInterval().toNanos();
        List<HealthRun> runs = asked.stream()
                .map(probe -> probe.ask(threads, nanos, reuse, debug))
                .toList();
        List<CheckReport> answers = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            answers.add(answer(asked.get(i), runs.get(i)));
        }
        return HealthReport.of(answers);
    }

    private CheckReport answer(HealthProbe probe, HealthRun run) {
        Outcome outcome = await(probe, run);
        probe.note(outcome.report(), outcome.cause());
        return outcome.report();
    }

    private Outcome await(HealthProbe probe, HealthRun run) {
        Duration timeout = settings.timeout();
        try {
            @Nullable Outcome outcome = run.await(nanos.getAsLong(), timeout.toNanos());
            if (outcome == null) {
                String reason = "no answer within " + seconds(timeout) + "; it is not asked again while it runs";
                return new Outcome(probe.down(reason, run.elapsed(nanos.getAsLong())), null);
            }
            Duration took = outcome.report().duration();
            return took.compareTo(timeout) <= 0
                    ? outcome
                    : new Outcome(probe.down("it answered after more than " + seconds(timeout), took), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(probe.down("the wait for its answer was interrupted", Duration.ZERO), null);
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
