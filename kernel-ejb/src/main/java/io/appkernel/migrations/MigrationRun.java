package io.appkernel.migrations;

import io.appkernel.log.KernelLog;
import io.appkernel.schema.Plan;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the steps of a plan, one statement after the other, and says so. */
final class MigrationRun {
    private final KernelLog log;

    MigrationRun(KernelLog log) {
        this.log = log;
    }

    void run(Connection connection, Plan plan) throws SQLException {
        int number = 0;
        for (Plan.Step step : plan.steps()) {
            long start = System.nanoTime();
            long rows = 0;
            for (String sql : step.sql()) {
                rows += execute(connection, sql);
            }
            number++;
            long millis = (System.nanoTime() - start) / 1_000_000;
            log.info(
                    "schema: " + number + "/" + plan.steps().size() + " " + step
                            + (step.movesData() ? ", " + rows + " rows" : "") + ", done in " + millis + " ms",
                    "duration_ms",
                    millis);
        }
    }

    private static long execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
