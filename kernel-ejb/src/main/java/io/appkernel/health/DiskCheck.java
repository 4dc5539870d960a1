package io.appkernel.health;

import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while there is room to write where the data directory is, or will be made. */
@Readiness
@Dependent
class DiskCheck implements HealthCheck {
    private final Path directory;
    private final long needed;

    @Inject
    DiskCheck(NodeSettings node, HealthSettings settings) {
        this(node.dataDir(), settings.minDiskFree());
    }

    DiskCheck(Path directory, long needed) {
        this.directory = directory.toAbsolutePath().normalize();
        this.needed = needed;
    }

    @Override
    public HealthCheckResponse call() {
        long free = free();
        return HealthCheckResponse.named("disk")
                .status(free >= needed)
                .withData("free_bytes", free)
                .withData("needed_bytes", needed)
                .build();
    }

    private long free() {
        Path existing = directory;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
