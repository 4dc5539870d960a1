package io.appkernel.signals;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/**
 * What was read from a source, kept in memory until some node says that it has changed. While this node does not hear the
 * others it remembers nothing and asks the source each time. Never gives what was read before a change that it heard of.
 * Thread-safe.
 *
 * @param <V> immutable values
 */
public final class Remembered<V> {
    private final Signals signals;
    private final String topic;
    private final Cache<String, V> known;
    private long changes;

    /**
     * Listens to a topic of its own.
     *
     * @param most how many values are kept
     * @param longest after which a value is read again all the same, for the sake of a node that fell between its commit
     *     and telling the others
     */
    public Remembered(Signals signals, String topic, int most, Duration longest) {
        this.signals = signals;
        this.topic = topic;
        this.known = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(longest)
                .executor(Runnable::run)
                .build();
        signals.on(topic, this::forget);
        signals.onGap(this::forgetAll);
    }

    /**
     * The value of a key, from the source where it is not known for sure. No lock is held while the source is asked.
     *
     * @param settled whether what the source says now may be kept: not what a transaction sees that may yet be undone
     */
    public V get(String key, Function<String, V> source, boolean settled) {
        if (signals.isHearing()) {
            V value = known.getIfPresent(key);
            if (value != null) {
                return value;
            }
        }
        signals.open();
        long before = changes();
        boolean sure = settled && signals.isHearing();
        V read = source.apply(key);
        if (sure) {
            keep(key, read, before);
        }
        return read;
    }

    /** Tells every node, this one at once, that the value of a key has changed; after the commit. */
    public void tell(String key) {
        signals.send(topic, key);
    }

    private synchronized long changes() {
        return changes;
    }

    private synchronized void keep(String key, V read, long before) {
        if (changes == before) {
            known.put(key, read);
        }
    }

    private synchronized void forget(String key) {
        changes++;
        known.invalidate(key);
    }

    private synchronized void forgetAll() {
        changes++;
        known.invalidateAll();
    }
}
