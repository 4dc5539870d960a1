package io.appkernel.log;

/** Where log lines go. */
public enum LogOutput {
    /** The standard output of the process, past the server's own logging. */
    STDOUT,
    /** The server's own logging, which adds its prefix and decides on files. */
    SERVER
}
