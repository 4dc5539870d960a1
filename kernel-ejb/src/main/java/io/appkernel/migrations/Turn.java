package io.appkernel.migrations;

/** What only one instance of all that share a database does at a time; one has nothing to do with another. */
public enum Turn {
    /** Migrating, and what else belongs to a start. */
    SCHEMA,
    /** Taking rights from accounts, of which the last administrator must be one. */
    ACCOUNTS
}
