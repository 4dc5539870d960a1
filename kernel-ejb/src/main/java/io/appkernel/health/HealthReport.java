package io.appkernel.health;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;

/**
 * What all checks of one kind say.
 *
 * @param status DOWN when one check is DOWN; UP when there is none
 * @param checks in a stable order, each with a name of its own
 */
public record HealthReport(Status status, List<CheckReport> checks) {
    public HealthReport {
        checks = List.copyOf(checks);
    }

    static HealthReport of(List<CheckReport> checks) {
        boolean up = checks.stream().allMatch(check -> check.status() == Status.UP);
        return new HealthReport(up ? Status.UP : Status.DOWN, unique(checks));
    }

    private static List<CheckReport> unique(List<CheckReport> checks) {
        Set<String> taken = new HashSet<>();
        List<CheckReport> unique = new ArrayList<>();
        for (CheckReport check : checks) {
            String name = check.name();
            for (int n = 2; !taken.add(name); n++) {
                name = check.name() + "-" + n;
            }
            unique.add(check.named(name));
        }
        return unique;
    }
}
