package io.appkernel.migrations;

import io.appkernel.schema.Plan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one migration. Immutable.
 *
 * @param id counts up
 * @param hash of the wanted tables
 * @param finishedAt null while it runs, or when it broke off
 * @param sql everything it ran, as its file shows it
 * @param appVersion the application that brought the new schema
 * @param node the instance that ran it
 * @param file the name of its files in the migrations directory, without their endings
 */
public record Migration(
        long id,
        String hash,
        Status status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        long durationMs,
        String appVersion,
        String node,
        String file,
        List<Plan.Step> operations,
        String sql) {
    public Migration {
        operations = List.copyOf(operations);
    }

    /** Where a migration stands; a broken one is superseded by the next that finishes. */
    public enum Status {
        RUNNING,
        FAILED,
        DONE,
        SUPERSEDED
    }

    Migration ended(Status end, Instant at) {
        long duration = at.toEpochMilli() - startedAt.toEpochMilli();
        return new Migration(id, hash, end, startedAt, at, duration, appVersion, node, file, operations, sql);
    }
}
