package io.appkernel.web.schema;

import io.appkernel.migrations.Migration;
import io.appkernel.schema.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One migration with all that it did.
 *
 * @param file the name of its files in the migrations directory, without their endings
 */
public record MigrationDetail(
        String id,
        String hash,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long durationMs,
        String appVersion,
        String node,
        String file,
        List<Plan.Step> operations,
        String sql) {
    static MigrationDetail from(Migration migration) {
        return new MigrationDetail(
                String.valueOf(migration.id()),
                migration.hash(),
                migration.status().name().toLowerCase(Locale.ROOT),
                migration.startedAt(),
                migration.finishedAt(),
                migration.durationMs(),
                migration.appVersion(),
                migration.node(),
                migration.file(),
                migration.operations(),
                migration.sql());
    }
}
