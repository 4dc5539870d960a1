package io.appkernel.migrations;

import io.appkernel.schema.Plan;

/** A bean that is called before the first change of a migration, while no other instance migrates: to save a backup. */
@FunctionalInterface
public interface BeforeMigration {
    /** What it throws stops the migration before anything has changed. */
    void before(Plan plan);
}
