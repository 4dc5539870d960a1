package io.appkernel.login;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.Optional;

/** Too many wrong passwords for one account, whether there is such an account or not. */
final class LockedException extends KernelException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    LockedException(Duration wait) {
        super(ErrorCode.RATE_LIMITED, "Too many wrong attempts. Wait before the next one, as Retry-After says.");
        this.wait = wait;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(wait);
    }
}
