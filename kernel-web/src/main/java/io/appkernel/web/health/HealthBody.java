package io.appkernel.web.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.appkernel.health.CheckReport;
import io.appkernel.health.HealthReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report on the wire. */
record HealthBody(String status, List<Check> checks) {
    /** One check; what only admins may know is absent for everybody else. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Check(
            String name,
            String status,
            @Nullable Map<String, Object> data,
            @Nullable Long durationMs) {}

    static HealthBody from(HealthReport report, boolean details) {
        return new HealthBody(
                report.status().name(),
                report.checks().stream().map(check -> check(check, details)).toList());
    }

    private static Check check(CheckReport check, boolean details) {
        String status = check.status().name();
        return details
                ? new Check(
                        check.name(),
                        status,
                        plain(check.data()),
                        check.duration().toMillis())
                : new Check(check.name(), status, null, null);
    }

    /** A check may put any object there; only what JSON knows keeps its type. */
    private static Map<String, Object> plain(Map<String, Object> data) {
        Map<String, Object> plain = new LinkedHashMap<>();
        data.forEach((key, value) ->
                plain.put(key, value instanceof Number || value instanceof Boolean ? value : String.valueOf(value)));
        return plain;
    }
}
