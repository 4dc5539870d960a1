package io.appkernel.harness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is the one awaited, for what the server does in its own time. */
final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long BETWEEN_MILLIS = 100;

    private Waiting() {}

    static <T> T until(Supplier<T> question, Predicate<T> awaited) {
        long end = System.nanoTime() + LONGEST.toNanos();
        T answer = question.get();
        while (!awaited.test(answer)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + LONGEST + "; the last answer was " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody counts this down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
