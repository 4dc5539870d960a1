package io.appkernel.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a row, as its history has it. The entity is a copy of its own, or null where none can be made. */
public record Version(
        long number,
        Operation operation,
        Instant at,
        @Nullable String by,
        @Nullable String requestId,
        Object entity) {}
