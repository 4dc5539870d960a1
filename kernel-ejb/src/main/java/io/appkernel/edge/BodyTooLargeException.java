package io.appkernel.edge;

import java.io.IOException;

/** The body went over the limit while it was read. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    BodyTooLargeException(long limit) {
        this.limit = limit;
    }

    @Override
    public String getMessage() {
        return "The body is larger than the limit of " + limit + " bytes.";
    }
}
