package io.appkernel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would change to make the live schema the wanted one. Immutable.
 *
 * @param steps in the order they run
 * @param obstacles why nothing may run; empty when all may
 * @param orphans what no class knows any more and is kept
 * @param unexplained indexes and constraints that neither a class nor the kernel explains
 */
public record Plan(List<Step> steps, List<Obstacle> obstacles, List<Orphan> orphans, List<String> unexplained) {
    public Plan {
        steps = List.copyOf(steps);
        obstacles = List.copyOf(obstacles);
        orphans = List.copyOf(orphans);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * One change.
     *
     * @param operation what it does, in words: {@code create table}
     * @param from the column whose values it copies
     * @param movesData whether it changes rows; such a step may run again
     */
    public record Step(
            String operation,
            String table,
            @Nullable String column,
            @Nullable String from,
            boolean movesData,
            List<String> sql) {
        public Step {
            sql = List.copyOf(sql);
        }

        /** {@code add column widgets.colour}. */
        @Override
        public String toString() {
            return operation + " " + table + (column == null ? "" : "." + column)
                    + (from == null ? "" : " from " + from);
        }
    }

    /**
     * What stands in the way.
     *
     * @param rows how many rows are at fault; 0 where it is not about rows
     * @param message what is wrong and what to do
     */
    public record Obstacle(String table, @Nullable String column, long rows, String message) {
        @Override
        public String toString() {
            return table + (column == null ? "" : "." + column) + ": " + message;
        }
    }

    /** A table, or with {@code column} a column, that no class knows. */
    public record Orphan(String table, @Nullable String column) {
        @Override
        public String toString() {
            return table + (column == null ? "" : "." + column);
        }
    }
}
