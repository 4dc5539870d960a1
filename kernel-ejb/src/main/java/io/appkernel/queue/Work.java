package io.appkernel.queue;

import java.time.Duration;

/** What a worker does with jobs. Called by many threads at once. */
public interface Work {
    /** Does the job and says what came of it. When it throws, {@link #failed} says it, or {@link #cancelled}. */
    Outcome run(Run run) throws Exception;

    /** What comes of a job that threw, or that was given up because it does not end. Must not throw. */
    Outcome failed(Run run, Throwable why);

    /** What comes of a job that was stopped because somebody asked for it. Must not throw. */
    Outcome cancelled(Run run);

    /** How long the job may take before its thread is interrupted. */
    Duration timeout(Claim claim);

    /** Whether {@link #before} has something to do for it; asking the queue whose the job is takes a round trip. */
    boolean isFollowed(Outcome outcome);

    /**
     * Called before the queue is told, with the lease just renewed, so that no other owner ends the job meanwhile; and
     * again when the queue could not be told, or by another owner when this one dies before it: what is done here must
     * bear that.
     */
    void before(Outcome outcome);

    /** The queue refused what came of a job, because its lease is another's. */
    void refused(Outcome outcome);

    /** The queue has taken what came of a job. */
    void accepted(Outcome outcome);
}
