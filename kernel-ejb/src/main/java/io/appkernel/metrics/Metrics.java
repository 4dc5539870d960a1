package io.appkernel.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/**
 * Makes meters. Ask once and keep the handle; recording then costs next to nothing:
 *
 * <pre>{@code
 * private final Counter placed;
 *
 * @Inject
 * Orders(Metrics metrics) {
 *     placed = metrics.counter("orders_placed", "channel", "web");
 * }
 * }</pre>
 *
 * Names are in Prometheus style, without unit and without {@code _total}: both are added where they belong. Tags are
 * pairs of label and value; all meters of one name carry the same labels. A label with more values than
 * {@code kernel.metrics.max-label-values} gets {@code _other} for the rest: never use ids. The same name and tags give
 * the same meter. With metrics off every meter does nothing. Thread-safe.
 */
public final class Metrics {
    private final MeterRegistry registry;

    /** For tests: over a registry of your own, for example Micrometer's {@code SimpleMeterRegistry}. */
    public Metrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** How often something happened. */
    public Counter counter(String name, String... tags) {
        return Counter.builder(checked(name)).tags(pairs(name, tags)).register(registry);
    }

    /** A count that is kept elsewhere and only grows; read whenever the page is. */
    public FunctionCounter counter(String name, Supplier<? extends Number> count, String... tags) {
        return FunctionCounter.builder(
                        checked(name), count, supplier -> supplier.get().doubleValue())
                .tags(pairs(name, tags))
                .register(registry);
    }

    /** How often something happened and how long it took: count, sum and maximum. */
    public Timer timer(String name, String... tags) {
        return Timer.builder(checked(name)).tags(pairs(name, tags)).register(registry);
    }

    /** Sizes of something: count, sum and maximum. */
    public DistributionSummary summary(String name, String... tags) {
        return DistributionSummary.builder(checked(name))
                .tags(pairs(name, tags))
                .register(registry);
    }

    /**
     * A value that goes up and down, read whenever the page is: make it cheap and safe for any thread. The first
     * supplier of a name with the same tags stays; remove the gauge from {@link #registry()} to replace it.
     */
    public Gauge gauge(String name, Supplier<Number> value, String... tags) {
        return Gauge.builder(checked(name), value)
                .tags(pairs(name, tags))
                .strongReference(true)
                .register(registry);
    }

    /** Micrometer's registry, for its binders and for meters with settings of their own. The cap holds there too. */
    public MeterRegistry registry() {
        return registry;
    }

    private static String checked(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name, such as orders_placed");
        }
        return name;
    }

    private static Tags pairs(String name, String[] tags) {
        if (tags.length % 2 != 0) {
            throw new IllegalArgumentException("the tags of metric " + name + " must be pairs of label and value");
        }
        return Tags.of(tags);
    }
}
