package io.appkernel.lifecycle;

import io.appkernel.settings.KernelSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

/** Starts and stops the kernel with its deployment. Its transactions are its own: at start the container has none to trust. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class KernelLifecycle {
    private static final System.Logger LOG = System.getLogger(KernelLifecycle.class.getName());

    @Inject
    LifecycleFinder observers;

    @Inject
    KernelSettings settings;

    @PostConstruct
    void start() {
        try {
            observers.started(new KernelStarted(settings));
        } catch (RuntimeException e) {
            // A container destroys no bean whose start failed: what did start is told here.
            stop();
            throw e;
        }
    }

    @PreDestroy
    void stop() {
        observers
                .stopping(new KernelStopping())
                .forEach(
                        thrown -> LOG.log(System.Logger.Level.WARNING, "An observer of KernelStopping failed", thrown));
    }
}
