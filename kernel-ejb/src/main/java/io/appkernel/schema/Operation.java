package io.appkernel.schema;

import io.appkernel.schema.LiveTable.KeyKind;
import io.appkernel.schema.LiveTable.LiveColumn;
import io.appkernel.schema.LiveTable.LiveKey;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One change of the schema or, where {@link #movesData}, of rows. Those that move data may run twice. Immutable. */
sealed interface Operation {
    String table();

    List<String> sql(Ddl ddl);

    default @Nullable String column() {
        return null;
    }

    /** Where the values come from. */
    default @Nullable String from() {
        return null;
    }

    default boolean movesData() {
        return false;
    }

    /** The class's name in words: {@code create table}. */
    default String title() {
        return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** A table with everything but its foreign keys. */
    record CreateTable(Table wanted) implements Operation {
        @Override
        public String table() {
            return wanted.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return ddl.createTable(wanted);
        }
    }

    /** A column; rows that exist get its default. */
    record AddColumn(String table, Column wanted) implements Operation {
        @Override
        public String column() {
            return wanted.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.alter(table) + "ADD COLUMN " + ddl.definition(wanted));
        }
    }

    /** The values of a renamed column, wherever the new one has none yet. */
    record CopyColumn(String table, Column wanted, String from) implements Operation {
        @Override
        public String column() {
            return wanted.name();
        }

        @Override
        public boolean movesData() {
            return true;
        }

        @Override
        public List<String> sql(Ddl ddl) {
            String to = ddl.quote(wanted.name());
            String old = ddl.quote(from);
            return List.of("UPDATE " + ddl.quote(table) + " SET " + to + " = " + old + " WHERE " + to + " IS NULL AND "
                    + old + " IS NOT NULL");
        }
    }

    /** The default, wherever there is no value. */
    record FillNulls(String table, Column wanted, String defaultValue) implements Operation {
        @Override
        public String column() {
            return wanted.name();
        }

        @Override
        public boolean movesData() {
            return true;
        }

        @Override
        public List<String> sql(Ddl ddl) {
            String column = ddl.quote(wanted.name());
            return List.of("UPDATE " + ddl.quote(table) + " SET " + column + " = "
                    + ddl.literal(wanted.type(), defaultValue) + " WHERE " + column + " IS NULL");
        }
    }

    /** No default for now, for its type is about to change. */
    record DropDefault(String table, LiveColumn after) implements Operation {
        @Override
        public String column() {
            return after.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.setDefault(table, after));
        }
    }

    /** Another default, or none; for rows to come. */
    record SetDefault(String table, LiveColumn after) implements Operation {
        @Override
        public String column() {
            return after.name();
        }

        @Override
        public String title() {
            return after.defaultSql() == null ? "drop default" : "set default";
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.setDefault(table, after));
        }
    }

    record ChangeType(String table, LiveColumn before, LiveColumn after) implements Operation {
        @Override
        public String column() {
            return after.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.setType(table, before, after));
        }
    }

    record SetNotNull(String table, LiveColumn after) implements Operation {
        @Override
        public String column() {
            return after.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.setNullable(table, after));
        }
    }

    record DropNotNull(String table, LiveColumn after) implements Operation {
        @Override
        public String column() {
            return after.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.setNullable(table, after));
        }
    }

    record AddIndex(Table owner, Index wanted) implements Operation {
        @Override
        public String table() {
            return owner.name();
        }

        @Override
        public String column() {
            return String.join(", ", wanted.columns());
        }

        @Override
        public String title() {
            return wanted.unique() ? "add unique" : "add index";
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(
                    wanted.unique()
                            ? ddl.alter(owner.name()) + "ADD " + ddl.uniqueConstraint(owner, wanted)
                            : ddl.createIndex(owner, wanted));
        }
    }

    record AddCheck(Table owner, Check wanted) implements Operation {
        @Override
        public String table() {
            return owner.name();
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.alter(owner.name()) + "ADD " + ddl.checkConstraint(owner, wanted));
        }
    }

    record AddForeignKey(Table owner, ForeignKey wanted) implements Operation {
        @Override
        public String table() {
            return owner.name();
        }

        @Override
        public String column() {
            return String.join(", ", wanted.columns());
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.alter(owner.name()) + "ADD " + ddl.foreignKeyConstraint(owner, wanted));
        }
    }

    /** An index or a constraint that the kernel made and no class wants any more. */
    record DropKey(String table, LiveKey key) implements Operation {
        @Override
        public String title() {
            return "drop " + key.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(
                    switch (key.kind()) {
                        case UNIQUE, PRIMARY -> ddl.dropUnique(table, key.name());
                        case INDEX, UNIQUE_INDEX -> ddl.dropIndex(table, key.name());
                        case CHECK -> ddl.dropCheck(table, key.name());
                        case FOREIGN -> ddl.dropForeignKey(table, key.name());
                    });
        }

        boolean foreign() {
            return key.kind() == KeyKind.FOREIGN;
        }
    }

    record DropColumn(String table, String column) implements Operation {
        @Override
        public List<String> sql(Ddl ddl) {
            return List.of(ddl.alter(table) + "DROP COLUMN " + ddl.quote(column));
        }
    }

    record DropTable(String table) implements Operation {
        @Override
        public List<String> sql(Ddl ddl) {
            return List.of("DROP TABLE " + ddl.quote(table));
        }
    }
}
