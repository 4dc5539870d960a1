package io.appkernel.migrations;

import io.appkernel.schema.Plan;

/**
 * The text of a migration's SQL file: what Liquibase calls formatted SQL, one change set for each statement, so that it
 * can be read, and run elsewhere with Liquibase.
 */
final class MigrationScript {
    private MigrationScript() {}

    static String of(String name, Plan plan) {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        int number = 0;
        for (Plan.Step step : plan.steps()) {
            for (String sql : step.sql()) {
                number++;
                text.append("\n--changeset app-kernel:")
                        .append(name)
                        .append('_')
                        .append(number)
                        .append(" splitStatements:false stripComments:false\n--comment: ")
                        .append(step.toString().replaceAll("\\s", " "))
                        .append('\n')
                        .append(sql)
                        .append(";\n");
            }
        }
        return text.toString();
    }
}
