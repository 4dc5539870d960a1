package io.appkernel.db;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before doing work again: 50, 100, 200 ms, and of each a random part, so that two who collided do
 * not collide again. Thread-safe.
 */
final class Backoff {
    static final int RETRIES = 3;

    private static final Duration FIRST = Duration.ofMillis(50);

    private final Consumer<Duration> pause;
    private final DoubleSupplier random;

    /** {@code random} is from zero to one. */
    Backoff(Consumer<Duration> pause, DoubleSupplier random) {
        this.pause = pause;
        this.random = random;
    }

    static Backoff real() {
        return new Backoff(Backoff::park, () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Waits before the given retry, counted from one; answers whether there may be one. */
    boolean await(int retry) {
        if (retry > RETRIES || Thread.currentThread().isInterrupted()) {
            return false;
        }
        long whole = FIRST.toNanos() << (retry - 1);
        pause.accept(Duration.ofNanos(whole / 2 + (long) (whole / 2.0 * random.getAsDouble())));
        return !Thread.currentThread().isInterrupted();
    }

    private static void park(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !Thread.currentThread().isInterrupted(); ) {
            LockSupport.parkNanos(left);
            left = end - System.nanoTime();
        }
    }
}
