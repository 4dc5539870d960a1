package io.appkernel.queue;

import io.appkernel.log.KernelLog;
import io.appkernel.redis.RedisException;
import java.time.Duration;

/** Keeps a loop going while Redis is away, and says so once when it goes and once when it is back. Thread-safe. */
final class Outage {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Desk desk;
    private final KernelLog log;
    private final String queue;
    private boolean on;

    Outage(Desk desk, KernelLog log, String queue) {
        this.desk = desk;
        this.log = log;
        this.queue = queue;
    }

    /** One step of a loop; after one that failed there is a pause. False when it failed. */
    boolean step(Step step) throws InterruptedException {
        try {
            step.run();
            over();
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // Even out of memory: a loop that ended would take the queue along, and memory may be there again.
            if (desk.isFetching()) {
                began(e);
                desk.pause(PAUSE.toNanos());
            }
            return false;
        }
    }

    /** Whether there was no answer lately. */
    synchronized boolean isOn() {
        return on;
    }

    private synchronized void began(Throwable e) {
        if (on) {
            return;
        }
        on = true;
        if (e instanceof RedisException) {
            log.warn(
                    "a queue does not answer; its jobs wait", "queue", queue, "reason", String.valueOf(e.getMessage()));
        } else {
            log.error("work on a queue failed and is tried again; its jobs wait", e, "queue", queue);
        }
    }

    private synchronized void over() {
        if (on) {
            on = false;
            log.info("a queue answers again", "queue", queue);
        }
    }

    /** What a loop does again and again. */
    interface Step {
        void run() throws InterruptedException;
    }
}
