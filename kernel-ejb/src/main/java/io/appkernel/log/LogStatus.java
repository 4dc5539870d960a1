package io.appkernel.log;

/** How the log itself is doing. Thread-safe. */
public interface LogStatus {
    /** Lines lost since the start, because the queue was full or the output failed. */
    long dropped();

    /** Characters that wait to be written. */
    long waiting();
}
