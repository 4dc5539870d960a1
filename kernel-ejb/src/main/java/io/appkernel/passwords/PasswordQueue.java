package io.appkernel.passwords;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A few threads, and a bounded queue before them. Thread-safe; to be closed. */
final class PasswordQueue implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final ThreadPoolExecutor pool;

    PasswordQueue(int threads, int queue, ThreadFactory factory) {
        pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), factory);
    }

    /** Has the threads made now: who makes them gives them the context they live in. */
    void begin() {
        pool.prestartAllCoreThreads();
    }

    /**
     * Does the work when a thread is free.
     *
     * @throws BusyException when too much waits
     */
    <T> CompletionStage<T> add(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            pool.execute(() -> complete(answer, work));
        } catch (RejectedExecutionException e) {
            throw new BusyException();
        }
        return answer;
    }

    @SuppressWarnings("CatchingUnchecked") // an Error must answer the request, too
    private static <T> void complete(CompletableFuture<T> answer, Supplier<T> work) {
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
