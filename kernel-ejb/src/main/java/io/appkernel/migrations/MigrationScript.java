package io.appkernel.migrations;

import io.appkernel.schema.Plan;

/** The text of a migration's SQL file: what Liquibase calls formatted SQL, one change set for each step. */
final class MigrationScript {
    private MigrationScript() {}

    static String of(String name, Plan plan) {
        StringBuilder text = new StringBuilder("--liquibase formatted sql\n");
        int number = 0;
        for (Plan.Step step : plan.steps()) {
            number++;
            text.append("\n--changeset app-kernel:")
                    .append(name)
                    .append('_')
                    .append(number)
                    .append(" stripComments:false\n")
                    .append("--comment: ")
                    .append(step.toString().replaceAll("\\s", " "))
                    .append('\n');
            step.sql().forEach(sql -> text.append(sql).append(";\n"));
        }
        return text.toString();
    }
}
