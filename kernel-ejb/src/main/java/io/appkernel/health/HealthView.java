package io.appkernel.health;

import java.util.List;

final class HealthView implements HealthMXBean {
    private final Health health;

    HealthView(Health health) {
        this.health = health;
    }

    @Override
    public String getLiveness() {
        return health.liveness().status().name();
    }

    @Override
    public String getReadiness() {
        return health.readiness().status().name();
    }

    @Override
    public List<CheckView> getLivenessChecks() {
        return views(health.liveness());
    }

    @Override
    public List<CheckView> getReadinessChecks() {
        return views(health.readiness());
    }

    private static List<CheckView> views(HealthReport report) {
        return report.checks().stream().map(CheckView::new).toList();
    }
}
