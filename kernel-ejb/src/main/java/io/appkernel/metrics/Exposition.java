package io.appkernel.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The metrics page. Thread-safe. */
public final class Exposition {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String OPEN_METRICS_FULL = OPEN_METRICS + "; version=1.0.0; charset=utf-8";

    private final Optional<PrometheusMeterRegistry> registry;

    Exposition(@Nullable PrometheusMeterRegistry registry) {
        this.registry = Optional.ofNullable(registry);
    }

    /** Whether there is a page; none when metrics are off. */
    public boolean isEnabled() {
        return registry.isPresent();
    }

    /** The content type to answer with: OpenMetrics for whoever accepts it, Prometheus text for everybody else. */
    public String contentType(@Nullable String accept) {
        return accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS_FULL : TEXT;
    }

    /** Writes every meter as it stands now, in a type that {@link #contentType} gave. */
    public void write(OutputStream out, String contentType) throws IOException {
        if (registry.isPresent()) {
            registry.get().scrape(out, contentType);
        }
    }
}
