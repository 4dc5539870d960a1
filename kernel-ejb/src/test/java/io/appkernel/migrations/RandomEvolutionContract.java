package io.appkernel.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.schema.Check;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.ColumnType.Kind;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Classes that change at random, again and again, over rows that must all stay. */
abstract class RandomEvolutionContract extends DatabaseContract {
    private final int evolutions = Integer.getInteger("kernel.test.evolutions", 10);

    @Test
    void randomEvolutionsLoseNoRowAndNoValue() {
        long seed = Long.getLong("kernel.test.seed", 20261120);
        Classes classes = new Classes(new Random(seed));
        Map<String, Map<String, Map<String, String>>> before = Map.of();
        for (int i = 0; i < evolutions; i++) {
            classes.change();
            db.evolve(classes.tables().toArray(Table[]::new));
            check(before, "seed " + seed + ", evolution " + i);
            checkRenamed(classes, before, "seed " + seed + ", evolution " + i);
            insert(classes, i);
            before = values(classes);
        }
    }

    /** Values that were there are there, under the names that they had. */
    private void check(Map<String, Map<String, Map<String, String>>> before, String when) {
        before.forEach((table, rows) -> {
            Map<String, Map<String, String>> now =
                    values(table, List.copyOf(rows.values().iterator().next().keySet()));
            assertThat(now.keySet()).as(when + ": rows of " + table).isEqualTo(rows.keySet());
            rows.forEach((id, values) -> values.forEach((column, value) -> {
                if (!value.equals("null")) {
                    assertThat(plain(now.get(id).get(column)))
                            .as(when + ": " + table + "." + column + " of " + id)
                            .isEqualTo(plain(value));
                }
            }));
        });
    }

    /** Renamed columns have the values of those they come from. */
    private void checkRenamed(Classes classes, Map<String, Map<String, Map<String, String>>> before, String when) {
        for (Table table : classes.tables()) {
            Map<String, Map<String, String>> rows = before.getOrDefault(table.name(), Map.of());
            for (Column column : table.columns()) {
                Map<String, Map<String, String>> now = values(table.name(), List.of(column.name()));
                rows.forEach((id, values) -> {
                    String from = column.renamedFrom() == null ? null : values.get(column.renamedFrom());
                    if (from != null && !from.equals("null") && !values.containsKey(column.name())) {
                        assertThat(plain(now.get(id).get(column.name())))
                                .as(when)
                                .isEqualTo(plain(from));
                    }
                });
            }
        }
    }

    /** Whole numbers may have become decimals. */
    private static String plain(String value) {
        return value.matches("-?\\d+\\.0+") ? value.substring(0, value.indexOf('.')) : value;
    }

    private void insert(Classes classes, int round) {
        for (Table table : classes.tables()) {
            List<String> names = new ArrayList<>(List.of(q("id")));
            List<String> values = new ArrayList<>(List.of("'r" + round + "'"));
            for (Column column : table.columns().subList(1, table.columns().size())) {
                names.add(q(column.name()));
                values.add(column.type().kind() == Kind.TEXT ? "'v" + round + "'" : String.valueOf(round + 1));
            }
            db.run("INSERT INTO " + q(table.name()) + " (" + String.join(", ", names) + ") VALUES ("
                    + String.join(", ", values) + ")");
        }
    }

    private Map<String, Map<String, Map<String, String>>> values(Classes classes) {
        Map<String, Map<String, Map<String, String>>> all = new TreeMap<>();
        for (Table table : classes.tables()) {
            all.put(
                    table.name(),
                    values(
                            table.name(),
                            table.columns().stream().map(Column::name).toList()));
        }
        return all;
    }

    /** By the rows' ids. */
    private Map<String, Map<String, String>> values(String table, List<String> columns) {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        String names = String.join(", ", columns.stream().map(this::q).toList());
        for (String row : db.rows("SELECT " + q("id") + ", " + names + " FROM " + q(table))) {
            String[] values = row.split("\\|");
            Map<String, String> byColumn = new TreeMap<>();
            for (int i = 0; i < columns.size(); i++) {
                byColumn.put(columns.get(i), values[i + 1]);
            }
            rows.put(values[0], byColumn);
        }
        return rows;
    }

    /** Tables that change as careful programmers change them. */
    private static final class Classes {
        private final Random random;
        private final Map<String, Table> tables = new LinkedHashMap<>();
        private int names;

        Classes(Random random) {
            this.random = random;
            add();
        }

        List<Table> tables() {
            return List.copyOf(tables.values());
        }

        void change() {
            if (random.nextInt(6) == 0) {
                add();
            }
            for (int i = 0; i <= random.nextInt(4); i++) {
                List<Table> all = tables();
                Table table = all.get(random.nextInt(all.size()));
                tables.put(table.name(), changed(table));
            }
        }

        private void add() {
            Table table = Tables.table("t" + names++, column(), column(), column());
            tables.put(table.name(), table);
        }

        private Column column() {
            return column("c " + names++);
        }

        private Column column(String name) {
            return switch (random.nextInt(4)) {
                case 0 -> Column.of(name, ColumnType.text(20 + random.nextInt(20)));
                case 1 ->
                    Column.of(name, ColumnType.text(20))
                            .withDefault("it's " + names)
                            .notNull();
                case 2 -> Column.of(name, ColumnType.of(Kind.SMALLINT));
                default -> Column.of(name, ColumnType.of(Kind.INTEGER)).withDefault("7");
            };
        }

        private Table changed(Table table) {
            List<Column> columns = new ArrayList<>(table.columns());
            List<Index> indexes = new ArrayList<>(table.indexes());
            List<Check> checks = new ArrayList<>(table.checks());
            int at = columns.size() == 1 ? 0 : 1 + random.nextInt(columns.size() - 1);
            Column column = columns.get(at);
            switch (at == 0 ? 0 : random.nextInt(9)) {
                case 0, 1 -> columns.add(column());
                case 2 -> drop(columns, indexes, checks, column);
                case 3 -> {
                    Column renamed = new Column(
                            "n " + names++, column.type(), column.nullable(), column.defaultValue(), column.name());
                    drop(columns, indexes, checks, column);
                    columns.add(renamed);
                }
                case 4 -> indexes.add(new Index("i" + names++, List.of(column.name(), "id"), random.nextBoolean()));
                case 5 -> checks.add(new Check("k" + names++, "[" + column.name() + "] is null or [id] <> 'never'"));
                case 6 -> columns.set(at, wider(column));
                case 7 -> columns.set(at, defaulted(column));
                default -> {
                    indexes.clear();
                    checks.clear();
                }
            }
            return new Table(table.name(), columns, table.primaryKey(), distinct(indexes), checks, List.of());
        }

        private static List<Index> distinct(List<Index> indexes) {
            Map<List<String>, Index> byColumns = new LinkedHashMap<>();
            indexes.forEach(index -> byColumns.put(index.columns(), index));
            return List.copyOf(byColumns.values());
        }

        private static void drop(List<Column> columns, List<Index> indexes, List<Check> checks, Column column) {
            columns.remove(column);
            indexes.removeIf(index -> index.columns().contains(column.name()));
            checks.removeIf(check -> check.condition().contains("[" + column.name() + "]"));
        }

        private static Column wider(Column column) {
            ColumnType type = switch (column.type().kind()) {
                case TEXT -> ColumnType.text(column.type().length() + 10);
                case SMALLINT -> ColumnType.of(Kind.INTEGER);
                case INTEGER -> ColumnType.of(Kind.BIGINT);
                default -> ColumnType.decimal(25, 2);
            };
            return new Column(column.name(), type, column.nullable(), column.defaultValue(), column.renamedFrom());
        }

        private Column defaulted(Column column) {
            String value = column.type().kind() == Kind.TEXT ? "d;" + random.nextInt(9) : "" + random.nextInt(9);
            return new Column(column.name(), column.type(), random.nextBoolean(), value, column.renamedFrom());
        }
    }
}
