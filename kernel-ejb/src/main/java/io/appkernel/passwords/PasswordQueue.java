package io.appkernel.passwords;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A few threads, and a bounded queue before them. What has waited too long when its turn comes is not done: whoever asked
 * has left, and those behind would wait for nothing. Thread-safe; to be closed.
 */
final class PasswordQueue implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Duration patience;
    private final ThreadPoolExecutor pool;

    /** @param patience how long work may wait for its turn */
    PasswordQueue(int threads, int queue, Duration patience, ThreadFactory factory) {
        this.patience = patience;
        pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), factory);
    }

    /** Has the threads made now: who makes them gives them the context they live in. */
    void begin() {
        pool.prestartAllCoreThreads();
    }

    /**
     * Does the work when a thread is free.
     *
     * @return fails as busy when its turn came too late
     * @throws BusyException when too much waits
     */
    <T> CompletionStage<T> add(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            long asked = System.nanoTime();
            pool.execute(() -> complete(answer, asked, work));
        } catch (RejectedExecutionException e) {
            throw new BusyException();
        }
        return answer;
    }

    @SuppressWarnings("CatchingUnchecked") // an Error must answer the request, too
    private <T> void complete(CompletableFuture<T> answer, long asked, Supplier<T> work) {
        if (System.nanoTime() - asked > patience.toNanos()) {
            answer.completeExceptionally(new BusyException());
            return;
        }
        T result;
        try {
            result = work.get();
        } catch (Throwable e) {
            answer.completeExceptionally(e);
            return;
        }
        answer.complete(result);
    }

    /** Takes no more, does what waits, and ends its threads. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
