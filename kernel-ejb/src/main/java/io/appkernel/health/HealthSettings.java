package io.appkernel.health;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How health is asked and where it is served.
 *
 * @param path the liveness probe, from the root of the kernel's WAR
 * @param readyPath the readiness probe
 * @param timeout how long one check may take before it counts as DOWN
 * @param minInterval how long an answer is reused; zero asks every time
 * @param minDiskFree bytes that must be free where the data directory is; zero turns the check off
 */
@Dependent
@Settings("kernel.health")
public record HealthSettings(
        @Default("/healthz") String path,
        @Default("/readyz") String readyPath,
        @Default("5s") Duration timeout,
        @Default("1s") Duration minInterval,
        @Default("104857600") long minDiskFree) {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public HealthSettings {
        requirePath("path", path);
        requirePath("ready-path", readyPath);
        if (path.equals(readyPath)) {
            throw new IllegalArgumentException(
                    "ready-path must differ from path; liveness and readiness are two routes");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout must be above zero and at most 5 minutes, for example 5s");
        }
        if (minInterval.isNegative() || minInterval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("min-interval must be from zero to 5 minutes, for example 1s");
        }
        if (minDiskFree < 0) {
            throw new IllegalArgumentException("min-disk-free must not be negative; 0 turns the disk check off");
        }
    }

    private static void requirePath(String component, String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(component
                    + " must start with a slash and hold only letters, digits and . _ ~ - between slashes, for example"
                    + " /healthz");
        }
    }
}
