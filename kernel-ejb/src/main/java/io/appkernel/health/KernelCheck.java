package io.appkernel.health;

import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.lifecycle.KernelStopping;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready from the moment every observer of {@link KernelStarted} is done until the first of {@link KernelStopping}, so
 * that a load balancer turns away before anything stops working.
 */
@Readiness
@ApplicationScoped
class KernelCheck implements HealthCheck {
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 999;

    private volatile String phase = "starting";

    @Inject
    private Health health;

    void started(@Observes @Priority(LAST) KernelStarted event) {
        enter("started");
    }

    void stopping(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) KernelStopping event) {
        enter("stopping");
    }

    private void enter(String next) {
        phase = next;
        health.forget();
    }

    @Override
    public HealthCheckResponse call() {
        String now = phase;
        return HealthCheckResponse.named("kernel")
                .status(now.equals("started"))
                .withData("phase", now)
                .build();
    }
}
