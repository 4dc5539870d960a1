package io.appkernel.errors;

import java.time.Duration;
import java.util.Optional;

/** Something that is needed cannot be had now: unavailable, and worth asking again after a while. */
public final class LaterException extends KernelException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public LaterException(String message, Duration wait) {
        super(ErrorCode.UNAVAILABLE, message);
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
