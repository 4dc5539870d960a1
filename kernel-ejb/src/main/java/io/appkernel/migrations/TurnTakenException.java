package io.appkernel.migrations;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.Optional;

/** Another instance does the same, and takes too long. */
final class TurnTakenException extends KernelException {
    private static final long serialVersionUID = 1L;

    TurnTakenException() {
        super(ErrorCode.UNAVAILABLE, "Another instance is at the same just now. Nothing was changed: try again soon.");
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
