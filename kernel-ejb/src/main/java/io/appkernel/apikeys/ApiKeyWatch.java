package io.appkernel.apikeys;

import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Once the first key is shown: writes each minute, and at the end, when keys were used. */
@ApplicationScoped
class ApiKeyWatch {
    private static final long PERIOD_SECONDS = 60;
    private static final long JOIN_MILLIS = 5_000;
    private static final int PERIODS_PER_PURGE = 60;

    @Inject
    private ApiKeys keys;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CountDownLatch end = new CountDownLatch(1);
    private @Nullable Thread thread;

    /** Cheap after the first time. */
    void begin() {
        if (!begun.get() && begun.compareAndSet(false, true)) {
            start();
        }
    }

    private synchronized void start() {
        if (end.getCount() == 0) {
            return;
        }
        Thread made = threads.newThread(this::watch);
        made.setName("kernel-api-keys");
        made.setDaemon(true);
        thread = made;
        made.start();
    }

    private void watch() {
        boolean well = true;
        try {
            for (int period = 1; !end.await(PERIOD_SECONDS, TimeUnit.SECONDS); period++) {
                well = write(well, period % PERIODS_PER_PURGE == 0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean write(boolean well, boolean purging) {
        try {
            keys.writeUses();
            if (purging) {
                keys.purge();
            }
            return true;
        } catch (RuntimeException e) {
            if (well) {
                log.warn("when API keys were used could not be written; it is tried again each minute", e);
            }
            return false;
        }
    }

    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
                    KernelStopping event) {
        Thread running;
        synchronized (this) {
            end.countDown();
            running = thread;
        }
        if (running == null) {
            return;
        }
        try {
            running.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        write(true, false);
    }
}
