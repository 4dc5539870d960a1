package io.appkernel.log;

/** Turns an event into a line. Thread-safe. */
interface LineFormat {
    String line(LogEvent event);
}
