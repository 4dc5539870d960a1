package io.appkernel.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Work as a test says it; a job that throws is given up. */
class TestWork implements Work {
    final List<String> begun = new CopyOnWriteArrayList<>();
    final List<Outcome> followed = new CopyOnWriteArrayList<>();
    final List<Outcome> accepted = new CopyOnWriteArrayList<>();
    final List<Outcome> refused = new CopyOnWriteArrayList<>();
    private final Duration timeout;
    private final Doing doing;

    TestWork(Duration timeout, Doing doing) {
        this.timeout = timeout;
        this.doing = doing;
    }

    /** Does one job. */
    interface Doing {
        void run(Run run) throws Exception;
    }

    /** Waits as a handler does that hears of no interruption. */
    static void awaitDeaf(CountDownLatch latch) {
        boolean over = false;
        while (!over) {
            try {
                latch.await();
                over = true;
            } catch (InterruptedException e) {
                // Deaf.
            }
        }
    }

    @Override
    public Outcome run(Run run) throws Exception {
        begun.add(run.claim().id());
        doing.run(run);
        return new Outcome.Done(run.claim(), "{}");
    }

    @Override
    public Outcome failed(Run run, Throwable why) {
        return new Outcome.Dead(run.claim(), "{}");
    }

    @Override
    public Outcome cancelled(Run run) {
        return new Outcome.Cancelled(run.claim(), "{}");
    }

    @Override
    public Duration timeout(Claim claim) {
        return timeout;
    }

    @Override
    public boolean isFollowed(Outcome outcome) {
        return true;
    }

    @Override
    public void before(Outcome outcome) {
        followed.add(outcome);
    }

    @Override
    public void refused(Outcome outcome) {
        refused.add(outcome);
    }

    @Override
    public void accepted(Outcome outcome) {
        accepted.add(outcome);
    }
}
