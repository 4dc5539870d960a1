package io.appkernel.metrics;

import io.appkernel.log.KernelLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.noop.NoopCounter;
import io.micrometer.core.instrument.noop.NoopTimer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The meters of annotated methods, each worked out at its first call. An annotation that asks for the impossible is
 * logged once and measures nothing; it never fails the call. Normal-scoped, so that the interceptors can stand on
 * beans that are passivated.
 */
@ApplicationScoped
class AnnotatedMeters {
    @Inject
    Metrics metrics;

    @Inject
    KernelLog log;

    private final Map<Target, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Target, Counter> counters = new ConcurrentHashMap<>();

    /** Nanoseconds of the registry's clock, to measure with. */
    long now() {
        return metrics.registry().config().clock().monotonicTime();
    }

    Timer timer(InvocationContext call) {
        Target target = Target.of(call);
        Timer known = timers.get(target);
        return known != null ? known : timers.computeIfAbsent(target, this::newTimer);
    }

    Counter counter(InvocationContext call) {
        Target target = Target.of(call);
        Counter known = counters.get(target);
        return known != null ? known : counters.computeIfAbsent(target, this::newCounter);
    }

    private Timer newTimer(Target target) {
        return make("@Timed", target, () -> new NoopTimer(id(target, Meter.Type.TIMER)), registry -> {
            MeterSpec spec = MeterSpec.timed(target.type(), target.method());
            return Timer.builder(spec.name())
                    .tags(spec.tags())
                    .description(spec.description())
                    .register(registry);
        });
    }

    /** The suffix keeps it apart from a timer of the same name, and is what the page shows anyway. */
    private Counter newCounter(Target target) {
        return make("@Counted", target, () -> new NoopCounter(id(target, Meter.Type.COUNTER)), registry -> {
            MeterSpec spec = MeterSpec.counted(target.type(), target.method());
            return Counter.builder(spec.name() + "_total")
                    .tags(spec.tags())
                    .description(spec.description())
                    .baseUnit(spec.unit())
                    .register(registry);
        });
    }

    private <M> M make(String annotation, Target target, Supplier<M> nothing, Function<MeterRegistry, M> make) {
        try {
            return make.apply(metrics.registry());
        } catch (IllegalArgumentException e) {
            log.error(annotation + " is not measured: put its name or tags right", e, "method", target.method());
            return nothing.get();
        }
    }

    private static Meter.Id id(Target target, Meter.Type type) {
        return new Meter.Id(target.method().getName(), Tags.empty(), null, null, type);
    }
}
