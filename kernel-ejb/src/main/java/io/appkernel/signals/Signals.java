package io.appkernel.signals;

import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Short messages from every node to every node, about a millisecond apart, over Redis: what a node keeps in memory is no
 * longer so. They are not kept and may be missed, and whoever relies on them knows when: while {@link #isHearing} is
 * false ask the source, and when hearing begins again {@link #onGap} says to forget what was kept. To inject.
 * Thread-safe.
 */
public final class Signals implements AutoCloseable {
    /** After so long in silence, in which nodes at least hear themselves, nothing is sure. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> gaps = new CopyOnWriteArrayList<>();
    private final Redis redis;
    private final String channel;
    private final ThreadFactory threads;
    private final LongSupplier nanos;
    private final KernelLog log;
    private volatile boolean complete;
    private volatile long heardAt;
    private @Nullable Ear ear;
    private boolean closed;

    /** @param nanos as {@code System.nanoTime} */
    public Signals(Redis redis, ThreadFactory threads, LongSupplier nanos, KernelLog log) {
        this.redis = redis;
        this.channel = redis.key("signals");
        this.threads = threads;
        this.nanos = nanos;
        this.log = log;
    }

    /** Calls the listener for each message of a topic from now on, one after the other; it must be quick. */
    public void on(String topic, Consumer<String> listener) {
        listeners.computeIfAbsent(topic, any -> new CopyOnWriteArrayList<>()).add(listener);
    }

    /** Called whenever messages may have been missed, before {@link #isHearing} is true again; it must be quick. */
    public void onGap(Runnable forget) {
        gaps.add(forget);
    }

    /** Begins to hear; before that every node hears only itself. */
    public synchronized void open() {
        if (ear == null && !closed) {
            Ear made = new Ear(this, redis, channel, threads, log);
            ear = made;
            made.open();
        }
    }

    /** Whether every message of any node arrives here now. Quick. */
    public boolean isHearing() {
        return complete && nanos.getAsLong() - heardAt < PATIENCE.toNanos();
    }

    /**
     * Tells all nodes, this one at once. False when Redis did not take it: then the others find out only where they ask
     * the source themselves. Never throws.
     */
    public boolean send(String topic, String text) {
        dispatch(topic, text);
        try {
            redis.call(client -> client.publish(channel, topic + '\n' + text));
            return true;
        } catch (RuntimeException e) {
            log.warn("other instances were not told", e, "topic", topic);
            return false;
        }
    }

    /** The connection stands: all that is sent from here on arrives. */
    void begun() {
        gaps.forEach(this::safely);
        heardAt = nanos.getAsLong();
        complete = true;
    }

    /** The connection is gone. */
    void ended() {
        complete = false;
    }

    void heard(String message) {
        heardAt = nanos.getAsLong();
        int end = message.indexOf('\n');
        if (end > 0) {
            dispatch(message.substring(0, end), message.substring(end + 1));
        }
    }

    private void dispatch(String topic, String text) {
        listeners.getOrDefault(topic, List.of()).forEach(listener -> safely(() -> listener.accept(text)));
    }

    private void safely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            log.error("a listener to signals failed", e);
        }
    }

    /** Hears no more; its threads have ended. */
    @Override
    public synchronized void close() {
        closed = true;
        Ear open = ear;
        ear = null;
        if (open != null) {
            open.close();
        }
        ended();
    }
}
