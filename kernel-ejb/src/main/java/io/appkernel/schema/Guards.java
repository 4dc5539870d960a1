package io.appkernel.schema;

import io.appkernel.schema.Plan.Obstacle;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rows whether they survive the operations, before the first runs. Each question goes to the table as it will
 * be: renamed values in their new columns, defaults where they are filled in.
 */
final class Guards {
    private final Ddl ddl;
    private final Map<String, LiveTable> live;
    private final Connection connection;
    private final List<Obstacle> obstacles = new ArrayList<>();

    Guards(Ddl ddl, Map<String, LiveTable> live, Connection connection) {
        this.ddl = ddl;
        this.live = live;
        this.connection = connection;
    }

    List<Obstacle> against(List<Table> wanted, List<Operation> operations) throws SQLException {
        Map<String, List<Operation>> byTable = operations.stream()
                .collect(Collectors.groupingBy(Operation::table, LinkedHashMap::new, Collectors.toList()));
        for (Table table : wanted) {
            LiveTable found = live.get(table.name());
            List<Operation> changes = byTable.getOrDefault(table.name(), List.of());
            if (found != null && !changes.isEmpty()) {
                Future future = new Future(ddl, found, table, changes);
                for (Operation change : changes) {
                    ask(table, found, future, change);
                }
            }
        }
        return obstacles;
    }

    private void ask(Table table, LiveTable found, Future future, Operation change) throws SQLException {
        if (change instanceof Operation.SetNotNull rule) {
            notNull(table, rule.after().name(), future);
        } else if (change instanceof Operation.AddColumn add && !add.wanted().nullable()) {
            notNull(table, add.wanted().name(), future);
        } else if (change instanceof Operation.ChangeType type) {
            narrowed(table, type);
        } else if (change instanceof Operation.AddIndex add && add.wanted().unique()) {
            unique(table, add.wanted(), future);
        } else if (change instanceof Operation.AddCheck add) {
            check(table, add.wanted(), future);
        } else if (change instanceof Operation.AddForeignKey add) {
            foreignKey(table, add.wanted(), future);
        } else if (change instanceof Operation.CopyColumn copy
                && found.column(copy.from()).isEmpty()) {
            throw new IllegalStateException("A copy without a source: " + copy);
        }
    }

    private void notNull(Table table, String column, Future future) throws SQLException {
        count(
                table,
                column,
                "SELECT COUNT(*) FROM " + future.rows() + " WHERE " + ddl.quote(column) + " IS NULL",
                rows -> "it must not be null, and " + rows + " have no value; give the field a default, or fill the"
                        + " column first");
    }

    private void narrowed(Table table, Operation.ChangeType change) throws SQLException {
        String column = ddl.quote(change.after().name());
        String lossy =
                Conversions.lossy(column, change.before().type(), change.after().type());
        if (lossy != null) {
            count(
                    table,
                    change.after().name(),
                    "SELECT COUNT(*) FROM " + ddl.quote(table.name()) + " WHERE " + lossy,
                    rows -> "it is " + change.before().type() + " and the class wants "
                            + change.after().type() + ", which does not hold the values of " + rows
                            + "; change these, or keep the type and take a new field");
        }
    }

    private void unique(Table table, Index index, Future future) throws SQLException {
        String columns = ddl.quoteAll(index.columns());
        String present = index.columns().stream()
                .map(column -> ddl.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        count(
                table,
                String.join(", ", index.columns()),
                "SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM " + future.rows() + " WHERE " + present
                        + " GROUP BY " + columns + " HAVING COUNT(*) > 1) d",
                rows -> "it must be unique, and " + rows + " share their values with others; make these differ first");
    }

    private void check(Table table, Check check, Future future) throws SQLException {
        count(
                table,
                null,
                "SELECT COUNT(*) FROM " + future.rows() + " WHERE NOT (" + ddl.condition(check) + ")",
                rows -> "the check " + check.condition() + " does not hold for " + rows + "; change these first");
    }

    private void foreignKey(Table table, ForeignKey key, Future future) throws SQLException {
        String present = key.columns().stream()
                .map(column -> "x." + ddl.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        StringBuilder match = new StringBuilder();
        for (int i = 0; i < key.columns().size(); i++) {
            match.append(i == 0 ? "" : " AND ")
                    .append("r." + ddl.quote(key.tableColumns().get(i)) + " = x."
                            + ddl.quote(key.columns().get(i)));
        }
        boolean exists = Optional.ofNullable(live.get(key.table()))
                .filter(target -> key.tableColumns().stream()
                        .allMatch(column -> target.column(column).isPresent()))
                .isPresent();
        String missing =
                exists ? " AND NOT EXISTS (SELECT 1 FROM " + ddl.quote(key.table()) + " r WHERE " + match + ")" : "";
        count(
                table,
                String.join(", ", key.columns()),
                "SELECT COUNT(*) FROM " + future.rows() + " WHERE " + present + missing,
                rows -> "it must name a row of " + key.table() + ", and " + rows
                        + " name one that does not exist; add the missing rows or clear the column");
    }

    private void count(
            Table table, @Nullable String column, String query, java.util.function.Function<String, String> message)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            long rows = result.getLong(1);
            if (rows > 0) {
                obstacles.add(
                        new Obstacle(table.name(), column, rows, message.apply(rows + (rows == 1 ? " row" : " rows"))));
            }
        }
    }

    /** The rows of a live table as they will be once the operations have run, as a table expression. */
    private static final class Future {
        private final Ddl ddl;
        private final LiveTable found;
        private final Map<String, String> columns = new LinkedHashMap<>();

        Future(Ddl ddl, LiveTable found, Table wanted, List<Operation> changes) {
            this.ddl = ddl;
            this.found = found;
            wanted.columns().forEach(column -> columns.put(column.name(), now(column)));
            for (Operation change : changes) {
                if (change instanceof Operation.CopyColumn copy) {
                    columns.compute(copy.column(), (name, value) -> either(value, ddl.quote(copy.from())));
                }
            }
            for (Operation change : changes) {
                if (change instanceof Operation.AddColumn add && add.wanted().defaultValue() != null) {
                    columns.put(
                            add.column(),
                            ddl.literal(add.wanted().type(), add.wanted().defaultValue()));
                } else if (change instanceof Operation.FillNulls fill) {
                    columns.compute(
                            fill.column(),
                            (name, value) ->
                                    either(value, ddl.literal(fill.wanted().type(), fill.defaultValue())));
                }
            }
        }

        private String now(Column column) {
            String name = ddl.quote(column.name());
            return found.column(column.name()).isPresent() ? name : "CAST(NULL AS " + ddl.castType(column.type()) + ")";
        }

        private String either(String first, String second) {
            return first.startsWith("CAST(NULL") ? second : "COALESCE(" + first + ", " + second + ")";
        }

        /** To stand behind FROM; its name is x. */
        String rows() {
            List<String> parts = new ArrayList<>();
            columns.forEach((name, value) -> parts.add(value + " AS " + ddl.quote(name)));
            return "(SELECT " + String.join(", ", parts) + " FROM " + ddl.quote(found.name()) + ") x";
        }
    }
}
