package io.appkernel.apikeys;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.roles.Roles;
import io.appkernel.roles.TestRoles;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.signals.Signals;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** One node that keeps keys and roles, in plain Java. */
final class TestKeys implements AutoCloseable {
    static final int MOST = 3;

    final List<String> log = new CopyOnWriteArrayList<>();
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final Db db;
    final Database database;
    final Signals signals;
    final Roles roles;
    final ApiKeys keys;
    private final AgroalDataSource pool;
    private final Redis redis;

    TestKeys(DatabaseKind kind, String url, String redisUrl, String prefix, MemoryUsers users, Path directory) {
        this.pool = pool(url);
        this.database = new Database(kind, pool);
        this.db = new Db(database);
        KernelLog lines = KernelLog.to(log::add);
        this.redis = Redis.of(RedisSettings.of(redisUrl).withKeyPrefix(prefix));
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, lines);
        migrate(database, directory, lines);
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        this.roles = TestRoles.of(database, db, new Users(users), signals, clock, List.of());
        this.keys =
                new ApiKeys(database, db, roles, signals, new Json(), new ApiKeySettings(MOST, Duration.ZERO), clock);
    }

    private static void migrate(Database database, Path directory, KernelLog lines) {
        NodeSettings settings = new NodeSettings(
                "app", "1", "", Environment.DEV, NodeRole.ALL, "/api/v1", false, directory, Optional.empty());
        new Migrations(
                        database,
                        new SchemaSettings(true, Optional.of(directory), false, SchemaSettings.DryRun.OFF),
                        settings,
                        Clock.systemUTC(),
                        lines,
                        new Json(),
                        List.of())
                .apply(Stream.concat(new ApiKeySchema().tables().stream(), TestRoles.tables().stream())
                        .toList());
    }

    private static AgroalDataSource pool(String url) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(connections -> connections
                            .maxSize(10)
                            .acquisitionTimeout(Duration.ofSeconds(10))
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hears others from now on. */
    TestKeys hearing() {
        signals.open();
        Awaitility.await().until(signals::isHearing);
        return this;
    }

    /** How many connections the pool has lent so far. */
    long lent() {
        return pool.getMetrics().acquireCount();
    }

    /** Counts what is lent from now on. */
    TestKeys counting() {
        pool.getConfiguration().setMetricsEnabled(true);
        return this;
    }

    /** Somebody who has signed in. */
    Caller signedIn(User user) {
        return new Caller(
                user.id(),
                user.email(),
                user.role(),
                roles.of(user),
                CallerKind.USER,
                roles.scopes(roles.of(user)),
                Optional.empty(),
                Map.of());
    }

    boolean takes(IssuedKey key) {
        return keys.verify(key.secret()) instanceof Verdict.Granted;
    }

    /** Who calls with the key. */
    Caller with(IssuedKey key) {
        Verdict verdict = keys.verify(key.secret());
        if (verdict instanceof Verdict.Granted granted) {
            return granted.caller();
        }
        throw new AssertionError(verdict);
    }

    @Override
    public void close() {
        signals.close();
        redis.close();
        pool.close();
    }
}
