package io.appkernel.queue;

import io.appkernel.log.KernelLog;
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
        } catch (RuntimeException e) {
            if (desk.isFetching()) {
                began(e);
                desk.pause(PAUSE.toNanos());
            }
            return false;
        }
    }

    private synchronized void began(RuntimeException e) {
        if (!on) {
            on = true;
            log.warn(
                    "a queue does not answer; its jobs wait", "queue", queue, "reason", String.valueOf(e.getMessage()));
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
