package io.appkernel.sessions;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.roles.RoleListener;
import io.appkernel.roles.Roles;
import io.appkernel.roles.TestRoles;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.TestTokens;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.UserStore;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** One node that keeps logins, in plain Java. */
final class TestSessions implements AutoCloseable {
    final List<String> log = new CopyOnWriteArrayList<>();
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final Db db;
    final Redis redis;
    final Signals signals;
    final Tokens tokens;
    final Roles roles;
    final Sessions sessions;
    final AccessTokens verifier;
    private final AgroalDataSource pool;
    private final Database database;

    TestSessions(DatabaseKind kind, String url, String redisUrl, String prefix, UserStore users, Path directory) {
        this.pool = pool(url);
        this.database = new Database(kind, pool);
        this.db = new Db(database);
        KernelLog lines = KernelLog.to(log::add);
        this.redis = Redis.of(RedisSettings.of(redisUrl).withKeyPrefix(prefix));
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, lines);
        migrate(database, directory, lines);
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        Keyring keyring = new Keyring("a secret of more than thirty-two characters");
        this.tokens = TestTokens.of(keyring, clock);
        List<RoleListener> listeners = new CopyOnWriteArrayList<>();
        this.roles = TestRoles.of(database, db, new Users(users), signals, clock, listeners);
        this.sessions = new Sessions(
                database,
                db,
                keyring,
                tokens,
                new Users(users),
                roles,
                signals,
                new SessionSettings(Duration.ofDays(30), Duration.ofSeconds(10), 5),
                clock,
                lines);
        listeners.add(sessions::outdate);
        AuthSettings auth = new AuthSettings(AuthMode.LOCAL, true);
        this.verifier = new AccessTokens(tokens, roles, sessions, () -> {}, auth, clock.withZone(ZoneOffset.UTC));
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
                .apply(Stream.concat(new SessionTable.Wanted().tables().stream(), TestRoles.tables().stream())
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

    /** Hears others from now on, and knows what has ended. */
    TestSessions hearing() {
        signals.open();
        org.awaitility.Awaitility.await().until(signals::isHearing);
        sessions.standing().catchUp();
        return this;
    }

    boolean takes(TokenPair pair) {
        return verifier.verify(pair.accessToken()) instanceof Verdict.Granted;
    }

    /** How often the rights of a login have changed. */
    long generation(TokenPair pair) {
        return new SessionTable(db, database.dialect())
                .get(pair.sessionId())
                .orElseThrow()
                .generation();
    }

    /** Which generation is the first that is good, as far as this node has heard. */
    long heard(TokenPair pair) {
        return LongStream.range(0, 100)
                .filter(generation -> sessions.standing().isGood(pair.sessionId(), generation))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        signals.close();
        redis.close();
        pool.close();
    }
}
