package io.appkernel.bench.jobs;

import io.appkernel.queue.Claim;
import io.appkernel.queue.Outcome;
import io.appkernel.queue.Run;
import io.appkernel.queue.Work;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Work that does nothing but count, and remembers when the last job began. */
final class CountedWork implements Work {
    /** As a handler without a result leaves it. */
    private static final String NOTE =
            "{\"attempt\":1,\"started\":1790000000000,\"ended\":1790000000000,\"result\":null}";

    private final AtomicLong done = new AtomicLong();
    private volatile long begun;

    @Override
    public Outcome run(Run run) {
        begun = System.nanoTime();
        return new Outcome.Done(run.claim(), NOTE);
    }

    long done() {
        return done.get();
    }

    long begun() {
        return begun;
    }

    @Override
    public Outcome failed(Run run, Throwable why) {
        throw new IllegalStateException(why);
    }

    @Override
    public Outcome cancelled(Run run) {
        throw new IllegalStateException("Nobody cancels");
    }

    @Override
    public Duration timeout(Claim claim) {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean isFollowed(Outcome outcome) {
        return false;
    }

    @Override
    public void before(Outcome outcome) {
        // Nothing follows.
    }

    @Override
    public void refused(Outcome outcome) {
        throw new IllegalStateException("A job was refused");
    }

    @Override
    public void accepted(Outcome outcome) {
        done.incrementAndGet();
    }
}
