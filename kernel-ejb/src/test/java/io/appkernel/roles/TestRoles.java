package io.appkernel.roles;

import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.schema.Table;
import io.appkernel.signals.Signals;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.time.Clock;
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

    /** Those that every deployment has, in a database that goes with the JVM; nobody hears of changes. */
    public static Roles builtIn() {
        Database database = new TestDatabase(DatabaseKind.H2, "jdbc:h2:mem:roles;DB_CLOSE_DELAY=-1")
                .with(tables(), Path.of("target", "roles"))
                .database();
        Signals signals = new Signals(
                Redis.of(RedisSettings.of("redis://127.0.0.1:1")),
                Thread::new,
                System::nanoTime,
                KernelLog.to(line -> {}));
        return of(database, new Db(database), new Users(new MemoryUsers()), signals, Clock.systemUTC(), List.of());
    }

    /** What they are kept in. */
    public static List<Table> tables() {
        return Stream.of(new RoleTable.Wanted().tables(), new AssignmentTable.Wanted().tables())
                .flatMap(List::stream)
                .toList();
    }
}
