package io.appkernel.signals;

import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

/** Makes the one bean. */
@ApplicationScoped
class SignalsProducer {
    @Inject
    private Redis redis;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    @Produces
    @Singleton
    Signals signals() {
        return new Signals(redis, threads, System::nanoTime, log);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) KernelStopping event, Signals signals) {
        signals.close();
    }
}
