package io.appkernel.metrics;

import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A stopwatch for a block of code. Runs from its making, and again from each {@link #start}. For one thread.
 *
 * <pre>{@code
 * Profiler profiler = new Profiler();
 * load();
 * log.info(profiler.report("load")); // load: 12.34 ms
 * }</pre>
 */
public final class Profiler {
    private static final double NANOS_PER_MS = 1_000_000.0;

    private final LongSupplier nanos;
    private long started;

    public Profiler() {
        this(System::nanoTime);
    }

    /** With another source of nanoseconds, for tests. */
    public Profiler(LongSupplier nanos) {
        this.nanos = nanos;
        start();
    }

    /** Begins again at zero. */
    public void start() {
        started = nanos.getAsLong();
    }

    /** Milliseconds since the last start; goes on running. */
    public double elapsed() {
        return (nanos.getAsLong() - started) / NANOS_PER_MS;
    }

    /** What was measured and how long it took so far, such as {@code Step 1: 12.34 ms}. */
    public String report(String what) {
        return String.format(Locale.ROOT, "%s: %.2f ms", what, elapsed());
    }
}
