package io.appkernel.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a handler may know and say of the job it runs. Thread-safe. */
public interface JobContext {
    String jobId();

    String taskName();

    /** Counts from 1. */
    int attempt();

    /** The last attempt there will be; more than was asked for when nodes vanished with the job. */
    int maxAttempts();

    Instant enqueuedAt();

    /** When this attempt began. */
    Instant startedAt();

    /** Who enqueued it. */
    Optional<String> userId();

    Map<String, String> metadata();

    /** The same in every attempt: what is done under this key need not be done again. */
    default String idempotencyKey() {
        return jobId();
    }

    /** Whether the job is to end now: cancelled, out of time, another's, or the node stops. Its thread is interrupted, too. */
    boolean isStopped();

    /** Goes on, or throws what ends the handler when the job is to end now. */
    default void check() {
        if (isStopped()) {
            throw new Stopped("The job " + jobId() + " was told to end.");
        }
    }

    /**
     * Shows how far the job is.
     *
     * @param percent 0 to 100
     */
    void progress(int percent, String message);

    /** Ends a handler whose job is to end. */
    final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Stopped(String message) {
            super(message);
        }
    }
}
