package io.appkernel.passwords;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.Optional;

/** So many passwords wait to be checked that another would wait too long. */
final class BusyException extends KernelException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super(ErrorCode.UNAVAILABLE, "Too many people sign in at this moment. Try again in a few seconds.");
    }

    /** A flood of them must stay cheap, and the place says nothing. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofSeconds(2));
    }
}
