package io.appkernel.queue;

/** What became of a wish to cancel. */
public enum Cancellation {
    /** It waited, and will not run. */
    CANCELLED,
    /** It runs; its owner is told and stops it. */
    ASKED,
    /** It had ended before. */
    TOO_LATE,
    /** Nobody knows it. */
    UNKNOWN
}
