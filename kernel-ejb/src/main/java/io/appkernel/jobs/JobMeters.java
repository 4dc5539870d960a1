package io.appkernel.jobs;

import io.appkernel.metrics.Metrics;
import io.appkernel.queue.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came of jobs on this node. Thread-safe. */
final class JobMeters {
    private final Metrics metrics;
    private final Counter refused;
    private final Map<String, Counter> ended = new ConcurrentHashMap<>();
    private final Map<String, Timer> runs = new ConcurrentHashMap<>();
    private final LongAdder done = new LongAdder();
    private final LongAdder failed = new LongAdder();

    JobMeters(Metrics metrics) {
        this.metrics = metrics;
        this.refused = metrics.counter("jobs_refused");
    }

    void ended(String task, Outcome outcome) {
        String what = outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        ended.computeIfAbsent(task + " " + what, any -> metrics.counter("jobs", "task", task, "outcome", what))
                .increment();
        if (outcome instanceof Outcome.Done) {
            done.increment();
        } else if (outcome instanceof Outcome.Retry || outcome instanceof Outcome.Dead) {
            failed.increment();
        }
    }

    void ran(String task, Duration time) {
        runs.computeIfAbsent(task, any -> metrics.timer("jobs_run", "task", task))
                .record(time);
    }

    /** A job was done whose lease had gone to another. */
    void refused() {
        refused.increment();
    }

    long done() {
        return done.sum();
    }

    long failed() {
        return failed.sum();
    }
}
