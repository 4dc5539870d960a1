package io.appkernel.queue;

import java.util.ArrayList;
import java.util.List;

/** Tells the queue what came of jobs, as many at once as there are. */
final class Answering {
    private static final int MOST = 200;
    private static final long LONGEST_WAIT = 200;

    private final JobQueue queue;
    private final Desk desk;
    private final Work work;
    private final List<Outcome> batch = new ArrayList<>();

    Answering(JobQueue queue, Desk desk, Work work) {
        this.queue = queue;
        this.desk = desk;
        this.work = work;
    }

    boolean isDone() {
        return !desk.isWorking() && batch.isEmpty() && !desk.hasOutcomes();
    }

    void step() throws InterruptedException {
        if (batch.isEmpty()) {
            desk.take(batch, MOST, LONGEST_WAIT);
        }
        if (batch.isEmpty()) {
            return;
        }
        batch.forEach(work::before);
        List<Boolean> accepted = queue.finish(batch);
        for (int i = 0; i < accepted.size(); i++) {
            Outcome outcome = batch.get(i);
            desk.forget(outcome.claim());
            if (accepted.get(i)) {
                work.accepted(outcome);
            } else {
                work.refused(outcome);
            }
        }
        batch.clear();
    }
}
