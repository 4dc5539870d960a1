package io.appkernel.queue;

import io.appkernel.log.KernelLog;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Does one job after the other. */
final class Working implements Runnable {
    private static final long LONGEST_WAIT = 1000;

    private final Desk desk;
    private final Work work;
    private final KernelLog log;

    Working(Desk desk, Work work, KernelLog log) {
        this.desk = desk;
        this.work = work;
        this.log = log;
    }

    @Override
    public void run() {
        while (desk.isWorking()) {
            try {
                Run run = desk.next(LONGEST_WAIT);
                if (run != null && !does(run)) {
                    return;
                }
            } catch (InterruptedException e) {
                // Only runs interrupt this thread, and this one was over before it noticed.
            }
        }
    }

    /** False when the run was given up meanwhile, and this thread with it, and others do its work by now. */
    private boolean does(Run run) {
        long begin = System.nanoTime();
        Outcome outcome = null;
        try {
            outcome = run.begin(begin) ? outcome(run) : stopped(run, null);
        } catch (Throwable e) {
            log.error(
                    "nobody can say what came of a job; it is left to another worker",
                    e,
                    "job",
                    run.claim().id());
        }
        if (!run.end()) {
            return desk.foundThread();
        }
        desk.took(System.nanoTime() - begin);
        if (outcome == null) {
            // Its lease ends, and that counts as a worker that vanished.
            desk.forget(run.claim());
        } else {
            desk.came(outcome);
        }
        return true;
    }

    private Outcome outcome(Run run) {
        try {
            return work.run(run);
        } catch (Throwable e) {
            return stopped(run, e);
        }
    }

    private Outcome stopped(Run run, @Nullable Throwable thrown) {
        return switch (run.stop()) {
            case SHUT_DOWN, LOST -> new Outcome.HandedBack(run.claim());
            case CANCELLED -> work.cancelled(run);
            case TIMED_OUT -> work.failed(run, tooLong(work, run.claim(), thrown));
            case NONE -> work.failed(run, Objects.requireNonNull(thrown, "a reason"));
        };
    }

    static TimeoutException tooLong(Work work, Claim claim, @Nullable Throwable cause) {
        long millis = work.timeout(claim).toMillis();
        TimeoutException thrown = new TimeoutException("The job took longer than the "
                + (millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms") + " it may take");
        thrown.initCause(cause);
        return thrown;
    }
}
