package io.appkernel.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times answered HTTP requests as {@code http_server_requests_seconds}, by method, route template and status. For the
 * edge, once per request. Thread-safe.
 */
public final class HttpMeters {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };
    /** A route answers with few methods and statuses; this many timers per route are never reached by honest use. */
    private static final int TIMERS_PER_ROUTE = 8;

    private final MeterRegistry registry;
    private final int mostTimers;
    private final Map<Key, Timer> timers = new ConcurrentHashMap<>();

    HttpMeters(MeterRegistry registry, int mostRoutes) {
        this.registry = registry;
        this.mostTimers = mostRoutes * TIMERS_PER_ROUTE;
    }

    /**
     * Records one request.
     *
     * @param route the template, for example {@code /api/v1/widgets/{id}}; null when none matched. Never the path.
     * @param status what was answered
     */
    public void record(String method, @Nullable String route, int status, long nanos) {
        String known = METHODS.contains(method) ? method : "OTHER";
        String template = route == null || route.isEmpty() ? "unmatched" : route;
        timer(new Key(known, template, status)).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Key key) {
        Timer known = timers.get(key);
        if (known != null) {
            return known;
        }
        if (timers.size() >= mostTimers) {
            return make(new Key(key.method, LabelCap.OTHER, key.status));
        }
        return timers.computeIfAbsent(key, this::make);
    }

    private Timer make(Key key) {
        return Timer.builder("http_server_requests")
                .description("Answered HTTP requests")
                .tag("method", key.method)
                .tag("route", key.route)
                .tag("status", key.status >= 100 && key.status <= 599 ? Integer.toString(key.status) : "none")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private record Key(String method, String route, int status) {}
}
