package io.appkernel.cron;

/** What becomes of moments at which nobody was there. */
public enum Missed {
    /** They are gone. */
    SKIP,
    /** The last of them makes up for all. */
    ONCE,
    /** Each is made up for, the last thousand at most. */
    ALL
}
