package io.appkernel.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

    /** One of several calls that are made at once. */
    interface Numbered<T> {
        T call(int number) throws Exception;
    }

    /** What came of calls that were made at once, in the order of their numbers; the first that failed fails all. */
    static <T> List<T> together(int count, Numbered<T> call) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Callable<T>> calls = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(i -> () -> call.call(i))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
