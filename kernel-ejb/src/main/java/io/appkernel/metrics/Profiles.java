package io.appkernel.metrics;

import io.appkernel.log.KernelLog;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What {@link Profiled} methods are called, and where their times go; worked out at the first call. */
@ApplicationScoped
class Profiles {
    @Inject
    Metrics metrics;

    @Inject
    KernelLog log;

    private final Map<Target, Profile> known = new ConcurrentHashMap<>();

    long now() {
        return metrics.registry().config().clock().monotonicTime();
    }

    Profile of(InvocationContext call) {
        Target target = Target.of(call);
        Profile profile = known.get(target);
        return profile != null ? profile : known.computeIfAbsent(target, this::make);
    }

    private Profile make(Target target) {
        Profiled onMethod = target.method().getAnnotation(Profiled.class);
        Profiled onClass = target.type().getAnnotation(Profiled.class);
        String own = target.method().getName();
        String name = own;
        if (onMethod != null) {
            name = onMethod.value().isEmpty() ? own : onMethod.value();
        } else if (onClass != null && !onClass.value().isEmpty()) {
            name = onClass.value() + "." + own;
        }
        Timer timer = metrics.timer("profiled", "name", name, "method", target.shortName());
        return new Profile(name, timer, log.named(target.type().getName()));
    }

    record Profile(String name, Timer timer, KernelLog log) {
        void completed(long nanos, boolean failed) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
            log.info(String.format(
                    Locale.ROOT, "%s %s %.1f ms", name, failed ? "failed after" : "completed in", nanos / 1e6));
        }
    }
}
