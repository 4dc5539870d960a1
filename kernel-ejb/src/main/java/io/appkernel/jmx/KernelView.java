package io.appkernel.jmx;

import io.appkernel.settings.NodeSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

final class KernelView implements KernelMXBean {
    private final NodeSettings node;
    private final InstantSource clock;
    private final Instant startedAt;

    KernelView(NodeSettings node, InstantSource clock) {
        this.node = node;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    @Override
    public String getName() {
        return node.name();
    }

    @Override
    public String getVersion() {
        return node.version();
    }

    @Override
    public String getEnvironment() {
        return node.environment().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getRole() {
        return node.role().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getStartedAt() {
        return startedAt.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public long getUptimeSeconds() {
        return Duration.between(startedAt, clock.instant()).toSeconds();
    }
}
