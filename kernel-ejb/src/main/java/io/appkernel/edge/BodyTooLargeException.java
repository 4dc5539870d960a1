package io.appkernel.edge;

import java.io.IOException;

/** The body went over the limit while it was read. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException(long limit) {
        super("The body is larger than the limit of " + limit + " bytes.");
    }
}
