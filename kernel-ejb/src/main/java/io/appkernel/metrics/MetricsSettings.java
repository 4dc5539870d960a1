package io.appkernel.metrics;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;

/**
 * Measurements and the page that shows them.
 *
 * @param enabled false measures nothing and takes the page away
 * @param protect who may read the page: admin, internal or none
 * @param maxLabelValues how many values one label of one metric may have; further ones are counted together as
 *     {@code _other}
 */
@Dependent
@Settings("kernel.metrics")
public record MetricsSettings(
        @Default("true") @Alias("KERNEL_ENABLE_METRICS") boolean enabled,
        @Default("admin") @Alias("KERNEL_PROTECT_METRICS") MetricsAccess protect,
        @Default("500") int maxLabelValues) {

    public MetricsSettings {
        if (maxLabelValues < 20 || maxLabelValues > 100_000) {
            throw new IllegalArgumentException("max-label-values must be between 20, which the JVM's own meters need,"
                    + " and 100000: every value costs memory here and in Prometheus");
        }
    }
}
