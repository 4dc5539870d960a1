package io.appkernel.roles;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.signals.Signals;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** One node that keeps roles, in plain Java. */
final class RolesNode implements AutoCloseable {
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final List<String> changed = new CopyOnWriteArrayList<>();
    final Db db;
    final Roles roles;
    private final Signals signals;
    private final AgroalDataSource pool;
    private final Redis redis;

    RolesNode(DatabaseKind kind, String url, String redisUrl, String prefix, MemoryUsers users, Path directory) {
        this.pool = pool(url);
        Database database = new Database(kind, pool);
        this.db = new Db(database);
        KernelLog lines = KernelLog.to(line -> {});
        this.redis = Redis.of(RedisSettings.of(redisUrl).withKeyPrefix(prefix));
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, lines);
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
                .apply(TestRoles.tables());
        this.roles = new Roles(
                database,
                db,
                new Users(users),
                List.of(changed::add),
                signals,
                new Json(),
                () -> Instant.now().plus(ahead.get()));
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
    RolesNode hearing() {
        signals.open();
        Awaitility.await().until(signals::isHearing);
        return this;
    }

    /** Counts what the pool lends from now on. */
    void count() {
        pool.getConfiguration().setMetricsEnabled(true);
    }

    long lent() {
        return pool.getMetrics().acquireCount();
    }

    @Override
    public void close() {
        signals.close();
        redis.close();
        pool.close();
    }
}
