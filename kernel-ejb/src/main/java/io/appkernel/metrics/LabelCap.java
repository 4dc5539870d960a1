package io.appkernel.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Lets each label of each metric have a number of values and turns all further ones into one. Thread-safe. */
final class LabelCap implements MeterFilter {
    static final String OTHER = "_other";

    private final int most;
    private final BiConsumer<String, String> firstOverflow;
    private final Map<Label, Values> labels = new ConcurrentHashMap<>();
    private final LongAdder overflows = new LongAdder();

    /** {@code firstOverflow} hears once of each metric and label whose values are too many. */
    LabelCap(int most, BiConsumer<String, String> firstOverflow) {
        this.most = most;
        this.firstOverflow = firstOverflow;
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        List<Tag> tags = id.getTags();
        Meter.Id capped = id;
        for (Tag tag : tags) {
            if (!admits(id.getName(), tag)) {
                capped = capped.replaceTags(Tags.of(capped.getTags()).and(tag.getKey(), OTHER));
            }
        }
        return capped;
    }

    private boolean admits(String metric, Tag tag) {
        Values values = labels.computeIfAbsent(new Label(metric, tag.getKey()), label -> new Values());
        if (values.admit(tag.getValue(), most)) {
            return true;
        }
        overflows.increment();
        if (values.isFirstRefusal()) {
            firstOverflow.accept(metric, tag.getKey());
        }
        return false;
    }

    /** How often a value was turned into {@link #OTHER}. */
    long overflows() {
        return overflows.sum();
    }

    private record Label(String metric, String name) {}

    private static final class Values {
        private final Set<String> admitted = new HashSet<>();
        private boolean refused;

        synchronized boolean admit(String value, int most) {
            return value.equals(OTHER) || admitted.contains(value) || (admitted.size() < most && admitted.add(value));
        }

        synchronized boolean isFirstRefusal() {
            boolean first = !refused;
            refused = true;
            return first;
        }
    }
}
