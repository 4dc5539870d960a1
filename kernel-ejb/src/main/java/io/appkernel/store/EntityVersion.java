package io.appkernel.store;

import io.appkernel.history.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row as it was. Immutable but for the entity, which is a copy of its own.
 *
 * @param number counts the writes of the row
 * @param by the user who wrote it; null when none was known
 * @param requestId the request that wrote it; null outside of one
 * @param entity what the row held; of a deletion what it held at the end. What it refers to holds its id only.
 */
public record EntityVersion<T>(
        long number,
        Operation operation,
        Instant at,
        @Nullable String by,
        @Nullable String requestId,
        T entity) {}
