package io.appkernel.migrations;

import io.appkernel.schema.Plan;

/** What became of the wanted schema. */
public sealed interface Outcome {
    /** The database had it already. */
    record Unchanged() implements Outcome {}

    /** The database has it now. */
    record Migrated(Migration migration) implements Outcome {}

    /** Migrations are switched off; the plan says what is missing. */
    record OnlyChecked(Plan plan) implements Outcome {}
}
