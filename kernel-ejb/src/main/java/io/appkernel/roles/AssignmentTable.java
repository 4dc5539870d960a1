package io.appkernel.roles;

import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.migrations.WantedSchema;
import io.appkernel.schema.Column;
import io.appkernel.schema.ColumnType;
import io.appkernel.schema.Index;
import io.appkernel.schema.Table;
import io.appkernel.users.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of {@code kernel_auth_role_assignments}. Thread-safe. */
final class AssignmentTable {
    static final int LONGEST_TYPE = 64;
    static final int LONGEST_ID = 255;
    private static final String NAME = "kernel_auth_role_assignments";
    private static final String COLUMNS =
            "[id], [user_id], [role], [resource_type], [resource_id], [expires_ms], [created_ms]";

    private final Db db;
    private final String insert;
    private final String prolong;
    private final String byId;
    private final String ofUser;
    private final String ofRole;
    private final String same;
    private final String delete;

    AssignmentTable(Db db, Dialect dialect) {
        this.db = db;
        String table = "[" + NAME + "]";
        String select = "SELECT " + COLUMNS + " FROM " + table;
        this.insert = dialect.sql("INSERT INTO " + table + " (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
        this.prolong = dialect.sql("UPDATE " + table + " SET [expires_ms] = ? WHERE [id] = ?");
        this.byId = dialect.sql(select + " WHERE [id] = ?");
        this.ofUser = dialect.sql(select + " WHERE [user_id] = ? ORDER BY [created_ms] DESC, [id] DESC");
        this.ofRole = dialect.sql(select + " WHERE [role] = ?");
        this.same = dialect.sql(
                select + " WHERE [user_id] = ? AND [role] = ? AND [resource_type] = ? AND [resource_id] = ?");
        this.delete = dialect.sql("DELETE FROM " + table + " WHERE [id] = ?");
    }

    /** The one there is gets the new end; else one is made. */
    Assignment save(String userId, String role, Optional<Resource> resource, Optional<Instant> expiresAt, long now) {
        long expires = expiresAt.map(Instant::toEpochMilli).orElse(0L);
        Optional<Assignment> there = find(userId, role, resource);
        if (there.isPresent()) {
            db.update(prolong, expires, there.get().id());
            return get(there.get().id()).orElseThrow(() -> new IllegalStateException("An assignment went away"));
        }
        String id = UuidCreator.getTimeOrderedEpochFast().toString();
        db.update(insert, id, userId, role, type(resource), resourceId(resource), expires, now);
        return new Assignment(id, userId, role, resource, end(expires), Instant.ofEpochMilli(now));
    }

    Optional<Assignment> get(String id) {
        return Identifiers.canBeStored(id)
                ? db.rows(byId, AssignmentTable::read, id).stream().findFirst()
                : Optional.empty();
    }

    Optional<Assignment> find(String userId, String role, Optional<Resource> resource) {
        String type = type(resource);
        String resourceId = resourceId(resource);
        boolean possible = Stream.of(userId, role, type, resourceId).allMatch(Identifiers::canBeStored);
        return possible
                ? db.rows(same, AssignmentTable::read, userId, role, type, resourceId).stream()
                        .findFirst()
                : Optional.empty();
    }

    /** The newest first, those that have expired among them. */
    List<Assignment> ofUser(String userId) {
        return Identifiers.canBeStored(userId) ? db.rows(ofUser, AssignmentTable::read, userId) : List.of();
    }

    List<Assignment> ofRole(String role) {
        return db.rows(ofRole, AssignmentTable::read, role);
    }

    boolean delete(String id) {
        return db.update(delete, id) == 1;
    }

    private static String type(Optional<Resource> resource) {
        return resource.map(Resource::type).orElse("");
    }

    private static String resourceId(Optional<Resource> resource) {
        return resource.map(Resource::id).orElse("");
    }

    private static Optional<Instant> end(long expires) {
        return expires == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(expires));
    }

    private static Assignment read(ResultSet row) throws SQLException {
        String type = row.getString(4);
        return new Assignment(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                type.isEmpty() ? Optional.empty() : Optional.of(new Resource(type, row.getString(5))),
                end(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)));
    }

    /** Wants the table. */
    @ApplicationScoped
    static class Wanted implements WantedSchema {
        @Override
        public List<Table> tables() {
            return List.of(new Table(
                    NAME,
                    List.of(
                            Column.of("id", ColumnType.text(36)).notNull(),
                            Column.of("user_id", ColumnType.text(255)).notNull(),
                            Column.of("role", ColumnType.text(RoleTable.LONGEST_NAME))
                                    .notNull(),
                            Column.of("resource_type", ColumnType.text(LONGEST_TYPE))
                                    .notNull(),
                            Column.of("resource_id", ColumnType.text(LONGEST_ID))
                                    .notNull(),
                            number("expires_ms"),
                            number("created_ms")),
                    List.of("id"),
                    List.of(
                            new Index(
                                    "ux_kernel_auth_role_assignments",
                                    List.of("user_id", "role", "resource_type", "resource_id"),
                                    true),
                            new Index("ix_kernel_auth_role_assignments_role", List.of("role"), false)),
                    List.of(),
                    List.of()));
        }

        private static Column number(String name) {
            return Column.of(name, ColumnType.of(ColumnType.Kind.BIGINT)).notNull();
        }
    }
}
