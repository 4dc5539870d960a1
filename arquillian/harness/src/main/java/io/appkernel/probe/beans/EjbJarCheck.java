package io.appkernel.probe.beans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

@Readiness
@ApplicationScoped
class EjbJarCheck implements HealthCheck {
    @Inject
    Switches switches;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("probe-ejb-jar")
                .withData("secret_detail", "only for admins")
                .status(switches.isHealthy())
                .build();
    }
}
