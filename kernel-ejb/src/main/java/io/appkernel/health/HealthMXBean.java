package io.appkernel.health;

import io.appkernel.jmx.Help;
import java.util.List;

/** Health for a JMX console. Public because JMX demands it of an MXBean's interface. */
@Help("Whether this node is alive and may get traffic; reading an attribute runs the checks")
public interface HealthMXBean {
    @Help("UP or DOWN: DOWN when the node needs a restart")
    String getLiveness();

    @Help("UP or DOWN: DOWN while the node should get no traffic")
    String getReadiness();

    @Help("Each liveness check with its answer")
    List<CheckView> getLivenessChecks();

    @Help("Each readiness check with its answer")
    List<CheckView> getReadinessChecks();
}
