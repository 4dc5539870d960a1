package io.appkernel.backup;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * When backups are made and where they lie.
 *
 * @param dir {@code backups} under the data directory when unset
 * @param schedule a cron line of five fields, UTC; empty for none
 */
@Dependent
@Settings("kernel.backup")
public record BackupSettings(
        @Default("true") @Alias("BACKUP_ENABLED") boolean enabled,
        @Alias("BACKUP_DIR") Optional<Path> dir,
        @Default("0 15 * * *") Optional<String> schedule) {
    public BackupSettings {
        if (schedule.isPresent() && schedule.get().strip().split("\\s+").length != 5) {
            throw new IllegalArgumentException(
                    "schedule must be a cron line of five fields, such as 0 15 * * *, or empty for none");
        }
    }

    /** Where backups lie. */
    public Path directory(Path dataDir) {
        return dir.orElse(dataDir.resolve("backups"));
    }
}
