package io.appkernel.log;

import io.appkernel.context.Calls;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Hands out the log without a proxy in between: a line costs no look-up of a context. */
@Dependent
class LogProducer {
    private static final String NAME = "io.appkernel";

    @Produces
    @Singleton
    Log log(LogSettings settings, Calls calls, Clock clock) {
        Log log = new Log(settings, calls, clock);
        log.start();
        return log;
    }

    void stop(@Disposes Log log) {
        log.stop();
    }

    /** Named after the class it is injected into. */
    @Produces
    KernelLog kernelLog(Log log, @Nullable InjectionPoint point) {
        return log.named(name(point));
    }

    @Produces
    @Singleton
    AccessLog accessLog(Log log) {
        return new AccessLog(log.named("io.appkernel.access"));
    }

    @Produces
    @Singleton
    LogStatus status(Log log) {
        return log.status();
    }

    private static String name(@Nullable InjectionPoint point) {
        if (point == null) {
            return NAME;
        }
        if (point.getMember() != null) {
            return point.getMember().getDeclaringClass().getName();
        }
        Bean<?> bean = point.getBean();
        return bean == null ? NAME : bean.getBeanClass().getName();
    }
}
