package io.appkernel.errors;

/** What kind of failure a {@link KernelException} is. Only the edge turns a code into an HTTP status. */
public enum ErrorCode {
    MALFORMED,
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    RATE_LIMITED,
    UNAVAILABLE,
    INTERNAL
}
