package io.appkernel.metrics;

import io.appkernel.log.KernelLog;
import io.appkernel.log.LogStatus;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/** The deployment's registry with what belongs to every deployment in it. When metrics are off its meters do nothing. */
final class Registry implements AutoCloseable {
    private final MeterRegistry meters;
    private final @Nullable PrometheusMeterRegistry prometheus;
    private final @Nullable JvmMeters jvm;

    Registry(MetricsSettings settings, KernelLog log, LogStatus logStatus, Clock clock) {
        if (!settings.enabled()) {
            meters = new CompositeMeterRegistry(clock);
            prometheus = null;
            jvm = null;
            return;
        }
        prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT, new PrometheusRegistry(), clock);
        meters = prometheus;
        LabelCap cap = new LabelCap(settings.maxLabelValues(), (metric, label) -> warn(log, metric, label));
        meters.config().meterFilter(cap);
        jvm = new JvmMeters(meters);
        own(cap, logStatus);
    }

    private static void warn(KernelLog log, String metric, String label) {
        log.warn(
                "a metric's label has too many values; further ones are counted together as " + LabelCap.OTHER
                        + ": use few values, or raise kernel.metrics.max-label-values",
                "metric",
                metric,
                "label",
                label);
    }

    private void own(LabelCap cap, LogStatus logStatus) {
        FunctionCounter.builder("kernel_metrics_label_overflow", cap, LabelCap::overflows)
                .description("Label values that were counted as " + LabelCap.OTHER + " because there were too many")
                .register(meters);
        FunctionCounter.builder("kernel_log_dropped", logStatus, LogStatus::dropped)
                .description("Log lines that were lost because the output was too slow or failed")
                .register(meters);
        Gauge.builder("kernel_log_waiting", logStatus, LogStatus::waiting)
                .description("Characters of log lines that wait to be written")
                .strongReference(true)
                .register(meters);
    }

    MeterRegistry meters() {
        return meters;
    }

    @Nullable PrometheusMeterRegistry prometheus() {
        return prometheus;
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.close();
        }
        meters.close();
    }
}
