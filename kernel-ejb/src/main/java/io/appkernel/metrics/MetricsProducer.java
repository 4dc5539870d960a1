package io.appkernel.metrics;

import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.log.LogStatus;
import io.micrometer.core.instrument.Clock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes one registry for the deployment and hands out what works on it, without a proxy in between. */
@Dependent
class MetricsProducer {
    @Produces
    @Singleton
    Registry registry(MetricsSettings settings, KernelLog log, LogStatus logStatus) {
        return new Registry(settings, log, logStatus, Clock.SYSTEM);
    }

    void close(@Disposes Registry registry) {
        registry.close();
    }

    @Produces
    @Singleton
    Metrics metrics(Registry registry) {
        return new Metrics(registry.meters());
    }

    @Produces
    @Singleton
    HttpMeters httpMeters(Registry registry, MetricsSettings settings) {
        return new HttpMeters(registry.meters(), settings.maxLabelValues());
    }

    @Produces
    @Singleton
    Exposition exposition(Registry registry) {
        return new Exposition(registry.prometheus());
    }

    /** Counting begins with the deployment, not with the first reader of the page. */
    void start(@Observes KernelStarted event, Registry registry) {}
}
