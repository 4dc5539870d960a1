package io.appkernel.schema;

import io.appkernel.db.Database;
import io.appkernel.schema.Plan.Obstacle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares wanted tables with the live schema and says what to do. Changes nothing itself. Thread-safe. */
public final class Planner {
    private final Database database;

    public Planner(Database database) {
        this.database = database;
    }

    /**
     * What else a plan depends on.
     *
     * @param deletions whether columns without a field go, and tables of {@code ownTables} without a class
     * @param ownTables the tables that the kernel made
     * @param ignored tables that are nobody's business
     * @param unfinished copies that an interrupted run may have left undone
     */
    public record Wishes(boolean deletions, Set<String> ownTables, Set<String> ignored, Set<Copy> unfinished) {
        public Wishes {
            ownTables = Set.copyOf(ownTables);
            ignored = Set.copyOf(ignored);
            unfinished = Set.copyOf(unfinished);
        }

        /** Nothing is dropped, nothing is left from before. */
        public static Wishes none() {
            return new Wishes(false, Set.of(), Set.of(), Set.of());
        }
    }

    /** The values of one column going to another. */
    public record Copy(String table, String column, String from) {}

    /** Reads the live schema and plans. The obstacles that only rows show are counted here. */
    public Plan plan(Connection connection, List<Table> wanted, Wishes wishes) throws SQLException {
        Ddl ddl = Ddl.of(database, connection);
        Map<String, LiveTable> live = Catalog.of(ddl).read(connection);
        List<Obstacle> obstacles = new ArrayList<>(mistakes(wanted, ddl.longestName()));
        if (!obstacles.isEmpty()) {
            return new Plan(List.of(), obstacles, List.of(), List.of());
        }
        Diff diff = new Diff(ddl, live, wishes);
        List<Operation> operations = diff.operations(wanted);
        obstacles.addAll(diff.obstacles());
        obstacles.addAll(new Guards(ddl, live, connection).against(wanted, operations));
        List<Plan.Step> steps =
                operations.stream().map(operation -> step(operation, ddl)).toList();
        return new Plan(steps, obstacles, diff.orphans(wanted), diff.unexplained(wanted));
    }

    /** The copies that renamed columns of these tables ask for, whether or not they were made before. */
    public List<Plan.Step> copies(Connection connection, List<Table> wanted) throws SQLException {
        Ddl ddl = Ddl.of(database, connection);
        Map<String, LiveTable> live = Catalog.of(ddl).read(connection);
        return new Diff(ddl, live, Wishes.none())
                .copies(wanted).stream().map(copy -> step(copy, ddl)).toList();
    }

    private static Plan.Step step(Operation operation, Ddl ddl) {
        return new Plan.Step(
                operation.title(),
                operation.table(),
                operation.column(),
                operation.from(),
                operation.movesData(),
                operation.sql(ddl));
    }

    /** What is wrong with wanted tables before any database is asked. */
    private static List<Obstacle> mistakes(List<Table> tables, int longestName) {
        List<Obstacle> mistakes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Table table : tables) {
            name(table.name(), longestName, table.name(), mistakes);
            if (!names.add(table.name())) {
                mistakes.add(new Obstacle(table.name(), null, 0, "two classes want this table; rename one of them"));
            }
            table.columns().forEach(column -> name(column.name(), longestName, table.name(), mistakes));
        }
        return mistakes;
    }

    private static void name(String name, int longest, String table, List<Obstacle> mistakes) {
        if (name.isEmpty() || Names.bytes(name) > longest) {
            mistakes.add(new Obstacle(
                    table,
                    name.equals(table) ? null : name,
                    0,
                    "the name has " + Names.bytes(name) + " bytes and the database allows " + longest
                            + "; give it a shorter one"));
        }
    }
}
