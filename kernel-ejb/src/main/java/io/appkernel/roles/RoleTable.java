package io.appkernel.roles;

import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.json.Json;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** The rows of {@code kernel_auth_roles}: definitions that somebody has made. Thread-safe. */
final class RoleTable {
    static final int LONGEST_NAME = 64;
    static final int LONGEST_DESCRIPTION = 500;
    private static final String NAME = "kernel_auth_roles";

    private final Db db;
    private final Json json;
    private final String all;
    private final String locked;
    private final String insert;
    private final String update;
    private final String delete;

    RoleTable(Db db, Dialect dialect, Json json) {
        this.db = db;
        this.json = json;
        String table = "[" + NAME + "]";
        this.all = dialect.sql("SELECT [name], [description], [permissions] FROM " + table + " ORDER BY [name]");
        this.locked = dialect.sql("SELECT [name] FROM " + table + " WHERE [name] = ? FOR UPDATE");
        this.insert = dialect.sql(
                "INSERT INTO " + table + " ([description], [permissions], [changed_ms], [name]) VALUES (?, ?, ?, ?)");
        this.update = dialect.sql(
                "UPDATE " + table + " SET [description] = ?, [permissions] = ?, [changed_ms] = ? WHERE [name] = ?");
        this.delete = dialect.sql("DELETE FROM " + table + " WHERE [name] = ?");
    }

    List<Role> all() {
        return db.rows(all, row -> new Role(row.getString(1), row.getString(2), permissions(row.getString(3)), false));
    }

    /** Whether there is such a row, which nobody removes before the transaction ends. */
    boolean lock(String name) {
        return !db.rows(locked, row -> row.getString(1), name).isEmpty();
    }

    private Set<String> permissions(String text) {
        String[] list = json.read(text, String[].class);
        return list == null ? Set.of() : Set.of(list);
    }

    void save(Role role, long now) {
        String permissions =
                new String(json.write(role.permissions().stream().sorted().toList()), StandardCharsets.UTF_8);
        if (db.update(update, role.description(), permissions, now, role.name()) == 0) {
            db.update(insert, role.description(), permissions, now, role.name());
        }
    }

    boolean delete(String name) {
        return db.update(delete, name) == 1;
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("name", ColumnType.text(LONGEST_NAME)).notNull(),
                            Column.of("description", ColumnType.text(LONGEST_DESCRIPTION))
                                    .notNull(),
                            Column.of("permissions", ColumnType.longText()).notNull(),
                            Column.of("changed_ms", ColumnType.of(ColumnType.Kind.BIGINT))
                                    .notNull()),
                    List.of("name"),
                    List.of(),
                    List.of(),
                    List.of()));
        }
    }
}
