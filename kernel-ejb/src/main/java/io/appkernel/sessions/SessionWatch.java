package io.appkernel.sessions;

import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.Tokens;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this node's knowledge of ended logins true once the first token arrives: at once after a gap in what it hears, and
 * every few seconds for the sake of a node that fell between its commit and telling the others.
 */
@ApplicationScoped
class SessionWatch {
    private static final long PERIOD_MILLIS = 5_000;
    private static final long JOIN_MILLIS = 5_000;
    private static final int PERIODS_PER_PURGE = 720;

    @Inject
    private Sessions sessions;

    @Inject
    private Tokens tokens;

    @Inject
    private Signals signals;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final Semaphore work = new Semaphore(0);
    private volatile boolean over;
    private @Nullable Thread thread;

    /** Cheap after the first time. */
    void begin() {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            start();
        }
    }

    private synchronized void start() {
        if (over) {
            return;
        }
        signals.onGap(work::release);
        signals.open();
        Thread made = threads.newThread(this::watch);
        made.setName("kernel-sessions");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    private void watch() {
        boolean well = true;
        for (int period = 0; !over; period++) {
            try {
                sessions.standing().catchUp();
                tokens.tend();
                if (period % PERIODS_PER_PURGE == 0) {
                    sessions.purge();
                }
                well = true;
            } catch (RuntimeException e) {
                if (well && !over) {
                    log.warn("ended logins and keys could not be read; it is tried again every few seconds", e);
                }
                well = false;
            }
            try {
                if (work.tryAcquire(PERIOD_MILLIS, TimeUnit.MILLISECONDS)) {
                    work.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
                    KernelStopping event) {
        over = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            running.interrupt();
            try {
                running.join(JOIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
