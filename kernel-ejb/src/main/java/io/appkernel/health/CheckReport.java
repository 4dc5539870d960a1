package io.appkernel.health;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/**
 * The answer of one check. Only the name and the status may be shown to everybody.
 *
 * @param name unique within its report
 * @param status UP or DOWN
 * @param data what the check says about itself, in its order; {@code reason} when it gave no proper answer
 * @param duration how long it took, or has taken so far
 */
public record CheckReport(String name, Status status, Map<String, Object> data, Duration duration) {
    public CheckReport {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    CheckReport named(String other) {
        return new CheckReport(other, status, data, duration);
    }
}
