package io.appkernel.signals;

import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import org.jspecify.annotations.Nullable;

/** Makes the one bean. */
@ApplicationScoped
class SignalsProducer {
    @Inject
    private Redis redis;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private volatile @Nullable Signals made;

    @Produces
    @Singleton
    Signals signals() {
        Signals signals = new Signals(redis, threads, System::nanoTime, log);
        made = signals;
        return signals;
    }

    void stop(
            @Observes(notifyObserver = Reception.IF_EXISTS) @Priority(Interceptor.Priority.PLATFORM_AFTER)
                    KernelStopping event) {
        Signals open = made;
        if (open != null) {
            open.close();
        }
    }
}
