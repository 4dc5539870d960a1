package io.appkernel.queue;

import io.appkernel.log.KernelLog;
import io.appkernel.redis.RedisException;
import java.util.ArrayList;
import java.util.List;

/** Tells the queue what came of jobs, as many at once as there are. */
final class Answering {
    private static final int MOST = 200;
    private static final long LONGEST_WAIT = 200;

    private final JobQueue queue;
    private final Desk desk;
    private final Work work;
    private final KernelLog log;
    private final List<Outcome> batch = new ArrayList<>();

    Answering(JobQueue queue, Desk desk, Work work, KernelLog log) {
        this.queue = queue;
        this.desk = desk;
        this.work = work;
        this.log = log;
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
        before(batch.stream().filter(this::isFollowed).toList());
        List<Boolean> accepted = queue.finish(batch);
        for (int i = 0; i < accepted.size(); i++) {
            Outcome outcome = batch.get(i);
            desk.forget(outcome.claim());
            told(outcome, accepted.get(i));
        }
        batch.clear();
    }

    private boolean isFollowed(Outcome outcome) {
        try {
            return work.isFollowed(outcome);
        } catch (RuntimeException e) {
            failed("it is not known what follows on a job", outcome, e);
            return false;
        }
    }

    /** Nothing follows on what an owner says that has lost its lease. */
    private void before(List<Outcome> followed) {
        if (followed.isEmpty()) {
            return;
        }
        List<Renewal> renewals =
                queue.renew(followed.stream().map(Outcome::claim).toList());
        for (int i = 0; i < followed.size(); i++) {
            if (renewals.get(i) != Renewal.LOST) {
                before(followed.get(i));
            }
        }
    }

    /** A Redis that is away is asked again; nothing else may keep the jobs behind this one from their end. */
    private void before(Outcome outcome) {
        try {
            work.before(outcome);
        } catch (RedisException | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            failed("what follows on a job could not be enqueued", outcome, e);
        }
    }

    private void told(Outcome outcome, boolean accepted) {
        try {
            if (accepted) {
                work.accepted(outcome);
            } else {
                work.refused(outcome);
            }
        } catch (Throwable e) {
            failed("the end of a job could not be noted", outcome, e);
        }
    }

    private void failed(String what, Outcome outcome, Throwable e) {
        log.error(what, e, "job", outcome.claim().id());
    }
}
