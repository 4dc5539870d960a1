package io.appkernel.web.schema;

import io.appkernel.migrations.Migration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A migration in a list.
 *
 * @param operations how many changes it made
 */
public record MigrationView(
        String id,
        String hash,
        String status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long durationMs,
        String appVersion,
        String node,
        int operations) {
    static MigrationView from(Migration migration) {
        return new MigrationView(
                String.valueOf(migration.id()),
                migration.hash(),
                migration.status().name().toLowerCase(Locale.ROOT),
                migration.startedAt(),
                migration.finishedAt(),
                migration.durationMs(),
                migration.appVersion(),
                migration.node(),
                migration.operations().size());
    }
}
