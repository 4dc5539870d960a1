package io.appkernel.schema;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel may do to the database's schema at start.
 *
 * @param migrationEnabled whether the live schema follows the entity classes
 * @param migrationsDir where each migration leaves its record; {@code migrations_audit} under the data directory when
 *     unset
 * @param allowColumnDeletion whether columns and tables without an entity are dropped
 * @param dryRun whether the start only says what it would do
 */
@Dependent
@Settings("kernel.schema")
public record SchemaSettings(
        @Default("true") @Alias("MIGRATION_ENABLED") boolean migrationEnabled,
        @Alias("MIGRATIONS_DIR") Optional<Path> migrationsDir,
        @Default("false") @Alias("ALLOW_COLUMN_DELETION") boolean allowColumnDeletion,
        @Default("off") DryRun dryRun) {

    /** Whether a start only says what it would do to the schema. */
    public enum DryRun {
        /** It does it. */
        OFF,
        /** It says so and is refused: for a server that runs, whose deploying tool ends with a status of its own. */
        REFUSE,
        /** It says so and ends the whole process with a status: for a server started for nothing else. */
        EXIT
    }

    /** Where migrations leave their records. */
    public Path directory(Path dataDir) {
        return migrationsDir.orElse(dataDir.resolve("migrations_audit"));
    }
}
