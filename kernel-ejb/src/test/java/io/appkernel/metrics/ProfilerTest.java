package io.appkernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProfilerTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final Profiler profiler = new Profiler(nanos::get);

    @Test
    void runsFromItsMaking() {
        nanos.addAndGet(12_340_000);
        assertThat(profiler.report("Step 1")).isEqualTo("Step 1: 12.34 ms");
        assertThat(profiler.elapsed()).isEqualTo(12.34);
    }

    @Test
    void startsAgainAtZero() {
        nanos.addAndGet(12_340_000);
        profiler.start();
        nanos.addAndGet(5_670_000);
        assertThat(profiler.elapsed()).isEqualTo(5.67);
    }
}
