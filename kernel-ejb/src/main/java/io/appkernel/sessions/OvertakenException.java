package io.appkernel.sessions;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;

/** The account was changed while a login of it began, so that what was proven proves nothing any more. */
public final class OvertakenException extends KernelException {
    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super(ErrorCode.UNAUTHENTICATED, "The account was changed while this login began. Log in again.");
    }
}
