package io.appkernel.schema;

import io.appkernel.schema.LiveTable.KeyKind;
import io.appkernel.schema.LiveTable.LiveColumn;
import io.appkernel.schema.LiveTable.LiveKey;
import io.appkernel.schema.Plan.Obstacle;
import io.appkernel.schema.Plan.Orphan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations that lead from the live schema to the wanted one. One per comparison. */
final class Diff {
    /** Room is made first, values move before rules bind them, tables stand before others point at them. */
    private static final List<Class<?>> ORDER = List.of(
            Operation.DropKey.class,
            Operation.CreateTable.class,
            Operation.AddColumn.class,
            Operation.CopyColumn.class,
            Operation.DropDefault.class,
            Operation.ChangeType.class,
            Operation.SetDefault.class,
            Operation.DropNotNull.class,
            Operation.FillNulls.class,
            Operation.SetNotNull.class,
            Operation.AddIndex.class,
            Operation.AddCheck.class,
            Operation.AddForeignKey.class,
            Operation.DropColumn.class,
            Operation.DropTable.class);

    private final Ddl ddl;
    private final Map<String, LiveTable> live;
    private final Planner.Wishes wishes;
    private final List<Operation> operations = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();

    Diff(Ddl ddl, Map<String, LiveTable> live, Planner.Wishes wishes) {
        this.ddl = ddl;
        this.live = live;
        this.wishes = wishes;
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    List<Operation> operations(List<Table> wanted) {
        for (Table table : wanted) {
            LiveTable found = live.get(table.name());
            if (found == null) {
                operations.add(new Operation.CreateTable(table));
                table.foreignKeys().forEach(key -> operations.add(new Operation.AddForeignKey(table, key)));
            } else {
                compare(table, found);
            }
        }
        if (wishes.deletions()) {
            dropTables(wanted);
        }
        operations.sort(Comparator.comparingInt(Diff::rank));
        return operations;
    }

    private static int rank(Operation operation) {
        // A foreign key goes before the index it leans on.
        if (operation instanceof Operation.DropKey drop && drop.foreign()) {
            return -1;
        }
        return ORDER.indexOf(operation.getClass());
    }

    private void compare(Table table, LiveTable found) {
        if (!found.primaryKey().equals(table.primaryKey())) {
            obstacles.add(new Obstacle(
                    table.name(),
                    null,
                    0,
                    "its primary key is " + found.primaryKey() + " and the class wants " + table.primaryKey()
                            + "; the kernel does not exchange primary keys, so do it by hand"));
        }
        for (Column column : table.columns()) {
            found.column(column.name())
                    .ifPresentOrElse(
                            existing -> existing(table, found, column, existing), () -> missing(table, found, column));
        }
        leftOver(table, found);
        keys(table, found);
    }

    private void missing(Table table, LiveTable found, Column column) {
        LiveColumn old = column.renamedFrom() == null
                ? null
                : found.column(column.renamedFrom()).orElse(null);
        if (old == null) {
            operations.add(new Operation.AddColumn(table.name(), column));
            return;
        }
        Column bare = Column.of(column.name(), column.type());
        operations.add(new Operation.AddColumn(table.name(), bare));
        copy(table, column, old);
        rules(table, column, new LiveColumn(column.name(), ddl.type(column.type()), true, null));
    }

    private void copy(Table table, Column column, LiveColumn old) {
        String type = ddl.type(column.type());
        if (!old.type().equals(type) && !Conversions.widens(old.type(), type)) {
            obstacles.add(new Obstacle(
                    table.name(),
                    column.name(),
                    0,
                    "it takes over " + old.name() + ", which is " + old.type() + " and not " + type
                            + "; rename first and change the type in a later version"));
        }
        operations.add(new Operation.CopyColumn(table.name(), column, old.name()));
    }

    private void existing(Table table, LiveTable found, Column column, LiveColumn existing) {
        wishes.unfinished().stream()
                .filter(copy ->
                        copy.table().equals(table.name()) && copy.column().equals(column.name()))
                .flatMap(copy -> found.column(copy.from()).stream())
                .forEach(old -> copy(table, column, old));
        LiveColumn state = existing;
        String type = ddl.type(column.type());
        if (!state.type().equals(type)) {
            LiveColumn before = state;
            if (!Conversions.widens(state.type(), type) && state.defaultSql() != null) {
                state = state.defaultSql(null);
                operations.add(new Operation.DropDefault(table.name(), state));
            }
            state = state.type(type);
            operations.add(new Operation.ChangeType(table.name(), before, state));
        }
        rules(table, column, state);
    }

    /** Default and NOT NULL. */
    private void rules(Table table, Column column, LiveColumn before) {
        LiveColumn state = before;
        String value = column.defaultValue();
        if (!ddl.isDefault(column.type(), value, state.defaultSql())) {
            state = state.defaultSql(value == null ? null : ddl.defaultExpression(column.type(), value));
            operations.add(new Operation.SetDefault(table.name(), state));
        }
        if (column.nullable() == state.nullable()) {
            return;
        }
        if (column.nullable()) {
            operations.add(new Operation.DropNotNull(table.name(), state.nullable(true)));
            return;
        }
        if (value != null) {
            operations.add(new Operation.FillNulls(table.name(), column, value));
        }
        operations.add(new Operation.SetNotNull(table.name(), state.nullable(false)));
    }

    /** Columns no field knows: kept, but in nobody's way; or dropped. */
    private void leftOver(Table table, LiveTable found) {
        Set<String> sources = table.columns().stream()
                .flatMap(column -> Stream.ofNullable(column.renamedFrom()))
                .collect(Collectors.toSet());
        for (LiveColumn column : found.columns()) {
            if (table.column(column.name()).isPresent()) {
                continue;
            }
            if (wishes.deletions() && !sources.contains(column.name())) {
                operations.add(new Operation.DropColumn(table.name(), column.name()));
            } else if (!column.nullable()
                    && column.defaultSql() == null
                    && !found.primaryKey().contains(column.name())) {
                operations.add(new Operation.DropNotNull(table.name(), column.nullable(true)));
            }
        }
    }

    private void keys(Table table, LiveTable found) {
        List<LiveKey> kept = new ArrayList<>(found.keys());
        found.keys().stream()
                .filter(key -> key.kind() == KeyKind.FOREIGN)
                .filter(key -> Names.isOwn(key.name()) && !key.wantedBy(table, ddl))
                .forEach(key -> drop(table, key, kept));
        found.keys().stream()
                .filter(key -> key.kind() != KeyKind.FOREIGN && key.kind() != KeyKind.PRIMARY)
                .filter(key -> Names.isOwn(key.name()) && !key.wantedBy(table, ddl))
                .filter(key -> !key.indexes() || kept.stream().noneMatch(other -> other.leansOn(key)))
                .forEach(key -> drop(table, key, kept));
        for (Index index : table.indexes()) {
            if (kept.stream().noneMatch(key -> key.serves(index))) {
                operations.add(new Operation.AddIndex(table, index));
            }
        }
        for (Check check : table.checks()) {
            String name = Names.check(table, check, ddl.longestName());
            if (kept.stream()
                    .noneMatch(key -> key.kind() == KeyKind.CHECK && key.name().equals(name))) {
                operations.add(new Operation.AddCheck(table, check));
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            if (kept.stream().noneMatch(known -> known.is(key))) {
                operations.add(new Operation.AddForeignKey(table, key));
            }
        }
    }

    private void drop(Table table, LiveKey key, List<LiveKey> kept) {
        kept.remove(key);
        operations.add(new Operation.DropKey(table.name(), key));
    }

    private void dropTables(List<Table> wanted) {
        Set<String> known = wanted.stream().map(Table::name).collect(Collectors.toSet());
        live.keySet().stream()
                .filter(name -> wishes.ownTables().contains(name))
                .filter(name -> !known.contains(name) && !wishes.ignored().contains(name))
                .forEach(this::dropTable);
    }

    /** What it points at may go before it. */
    private void dropTable(String name) {
        LiveTable table = live.getOrDefault(name, new LiveTable(name, List.of(), List.of()));
        table.keys().stream()
                .filter(key -> key.kind() == KeyKind.FOREIGN)
                .forEach(key -> operations.add(new Operation.DropKey(name, key)));
        operations.add(new Operation.DropTable(name));
    }

    /** Every rename whose two columns are both there. */
    List<Operation> copies(List<Table> wanted) {
        List<Operation> copies = new ArrayList<>();
        for (Table table : wanted) {
            LiveTable found = live.getOrDefault(table.name(), new LiveTable(table.name(), List.of(), List.of()));
            for (Column column : table.columns()) {
                String from = column.renamedFrom();
                if (from != null
                        && found.column(from).isPresent()
                        && found.column(column.name()).isPresent()) {
                    copies.add(new Operation.CopyColumn(table.name(), column, from));
                }
            }
        }
        return copies;
    }

    /** What the live schema has and no class knows. */
    List<Orphan> orphans(List<Table> wanted) {
        Map<String, Table> byName = wanted.stream().collect(Collectors.toMap(Table::name, table -> table));
        List<Orphan> orphans = new ArrayList<>();
        for (LiveTable table : live.values()) {
            Table known = byName.get(table.name());
            if (known != null) {
                table.columns().stream()
                        .filter(column -> known.column(column.name()).isEmpty())
                        .forEach(column -> orphans.add(new Orphan(table.name(), column.name())));
            } else if (!wishes.ignored().contains(table.name())) {
                orphans.add(new Orphan(table.name(), null));
            }
        }
        return orphans;
    }

    /** Indexes and constraints that somebody else made and no class wants. */
    List<String> unexplained(List<Table> wanted) {
        List<String> unexplained = new ArrayList<>();
        for (Table table : wanted) {
            LiveTable found = live.get(table.name());
            if (found != null) {
                found.keys().stream()
                        .filter(key -> key.kind() != KeyKind.PRIMARY && !Names.isOwn(key.name()))
                        .filter(key -> !key.wantedBy(table, ddl))
                        .forEach(key -> unexplained.add(key.title(table.name())));
            }
        }
        return unexplained;
    }
}
