package io.appkernel.queue;

import io.appkernel.log.KernelLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keeps the leases of the jobs that a node holds, and ends those whose time is up. */
final class Keeping {
    private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(5);
    private static final int MOST = 500;

    private final JobQueue queue;
    private final Desk desk;
    private final Work work;
    private final long grace;
    private final Runnable another;
    private final KernelLog log;
    private long renewed = System.nanoTime();

    /**
     * @param grace how long a job may take to end once it was interrupted
     * @param another begins another thread to work, or tells the desk that it did not begin
     */
    Keeping(JobQueue queue, Desk desk, Work work, Duration grace, Runnable another, KernelLog log) {
        this.queue = queue;
        this.desk = desk;
        this.work = work;
        this.grace = grace.toNanos();
        this.another = another;
        this.log = log;
    }

    void step() throws InterruptedException {
        while (desk.wantsThread()) {
            another.run();
        }
        long now = System.nanoTime();
        long next = Math.min(PERIOD - (now - renewed), desk.handBackLate(now));
        for (Run run : desk.held()) {
            long left = run.nanosLeft(now);
            if (left > 0) {
                next = Math.min(next, left);
            } else {
                run.tell(Run.Stop.TIMED_OUT);
                if (left < -grace) {
                    giveUp(run);
                }
            }
        }
        if (next <= 0) {
            renewed = now;
            renew();
        } else {
            desk.pause(Math.max(next, SHORTEST));
        }
    }

    private void renew() {
        List<Run> all = List.copyOf(desk.held());
        boolean paused = false;
        for (int from = 0; from < all.size(); from += MOST) {
            List<Run> part = all.subList(from, Math.min(all.size(), from + MOST));
            List<Renewal> answers = queue.renew(part.stream().map(Run::claim).toList());
            for (int i = 0; i < answers.size(); i++) {
                switch (answers.get(i)) {
                    case LOST -> part.get(i).tell(Run.Stop.LOST);
                    case CANCEL -> part.get(i).tell(Run.Stop.CANCELLED);
                    case PAUSED -> paused = true;
                    case KEPT -> {}
                }
            }
        }
        if (paused) {
            desk.handBack();
        }
    }

    /** A thread that does not end is lost; another takes its place, unless too many are lost. */
    private void giveUp(Run run) {
        if (run.abandon()) {
            log.error(
                    "a job does not end though it was interrupted; its thread is given up",
                    "job",
                    run.claim().id(),
                    "at",
                    run.place());
            desk.lostThread();
            desk.came(work.failed(run, Working.tooLong(work, run.claim(), null)));
        }
    }
}
