package io.appkernel.schema;

/** Whether a start only says what it would do to the schema. */
public enum DryRun {
    /** It does it. */
    OFF,
    /** It says so and is refused: for a server that runs, whose deploying tool ends with a status of its own. */
    REFUSE,
    /** It says so and ends the whole process with a status: for a server started for nothing else. */
    EXIT
}
