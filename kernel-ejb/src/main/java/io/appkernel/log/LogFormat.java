package io.appkernel.log;

/** What a log line looks like. */
public enum LogFormat {
    /** One JSON object, for machines. */
    JSON,
    /** One readable line, for a terminal; a stack trace follows on indented lines. */
    TEXT
}
