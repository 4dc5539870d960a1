package io.appkernel.roles;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.schema.Table;
import io.appkernel.signals.Signals;
import io.appkernel.users.Users;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Roles for tests of what stands above them. */
public final class TestRoles {
    private TestRoles() {}

    /** Those that a database with {@link #tables} keeps. */
    public static Roles of(
            Database database,
            Db db,
            Users users,
            Signals signals,
            InstantSource clock,
            Iterable<RoleListener> listeners) {
        return new Roles(database, db, users, listeners, signals, new Json(), clock);
    }

    /** What they are kept in. */
    public static List<Table> tables() {
        return Stream.of(new RoleTable.Wanted().tables(), new AssignmentTable.Wanted().tables())
                .flatMap(List::stream)
                .toList();
    }
}
