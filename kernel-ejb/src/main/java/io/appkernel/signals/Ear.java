package io.appkernel.signals;

import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.UnifiedJedis;

/**
 * Listens on a connection of its own, again and again, and sends itself a beat each second: a connection that brings none
 * is dead, however alive it looks, and its read ends.
 */
final class Ear implements AutoCloseable {
    private static final long BEAT_MILLIS = 1_000;
    private static final long JOIN_MILLIS = 10_000;
    private static final String BEAT = "beat";

    private final Signals signals;
    private final Redis redis;
    private final String channel;
    private final KernelLog log;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Thread> loops;
    private volatile @Nullable Subscription subscription;

    Ear(Signals signals, Redis redis, String channel, ThreadFactory threads, KernelLog log) {
        this.signals = signals;
        this.redis = redis;
        this.channel = channel;
        this.log = log;
        this.loops = List.of(
                thread(threads, "kernel-signals", this::listen), thread(threads, "kernel-signals-beat", this::beat));
    }

    private static Thread thread(ThreadFactory threads, String name, Runnable loop) {
        Thread thread = threads.newThread(loop);
        thread.setName(name);
        thread.setDaemon(true);
        return thread;
    }

    void open() {
        loops.forEach(Thread::start);
    }

    private void listen() {
        boolean well = true;
        do {
            try (UnifiedJedis opened = redis.blocking(1, Signals.PATIENCE)) {
                Subscription made = new Subscription();
                subscription = made;
                if (end.getCount() > 0) {
                    opened.subscribe(made, channel);
                }
                well = true;
            } catch (RuntimeException e) {
                if (well && end.getCount() > 0) {
                    log.warn("signals of other instances are not heard until Redis answers again", e);
                }
                well = false;
            } finally {
                signals.ended();
            }
        } while (!pause());
    }

    private void beat() {
        while (!pause()) {
            try {
                redis.call(client -> client.publish(channel, BEAT));
            } catch (RuntimeException e) {
                // The listening thread has said so, and the next beat is a second away.
            }
        }
    }

    /** True when it is over. */
    private boolean pause() {
        try {
            return end.await(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        Subscription open = subscription;
        if (open != null) {
            open.end();
        }
        for (Thread loop : loops) {
            try {
                loop.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Subscription extends JedisPubSub {
        @Override
        public void onSubscribe(String name, int count) {
            signals.begun();
            end();
        }

        /** Ends the listening when all is over; a connection that is broken has ended it already. */
        void end() {
            try {
                if (end.getCount() == 0 && isSubscribed()) {
                    unsubscribe();
                }
            } catch (RuntimeException e) {
                log.debug("the connection of signals was gone already", "error", e.toString());
            }
        }

        @Override
        public void onMessage(String name, String message) {
            signals.heard(message);
        }
    }
}
