package io.appkernel.apikeys;

import io.appkernel.auth.Caller;
import io.appkernel.auth.CallerKind;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.redis.Redis;
import io.appkernel.roles.Roles;
import io.appkernel.roles.TestRoles;
import io.appkernel.signals.Signals;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
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
    final TestDatabase opened;
    final Db db;
    final Signals signals;
    final Roles roles;
    final ApiKeys keys;
    private final Redis redis;

    TestKeys(TestDeployment deployment, MemoryUsers users) {
        this.opened =
                deployment.database(Stream.concat(new ApiKeySchema().tables().stream(), TestRoles.tables().stream())
                        .toList());
        Database database = opened.database();
        this.db = new Db(database);
        this.redis = deployment.redis();
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, KernelLog.to(log::add));
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        this.roles = TestRoles.of(database, db, new Users(users), signals, clock, List.of());
        this.keys =
                new ApiKeys(database, db, roles, signals, new Json(), new ApiKeySettings(MOST, Duration.ZERO), clock);
    }

    /** Hears others from now on. */
    TestKeys hearing() {
        signals.open();
        Awaitility.await().until(signals::isHearing);
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
        opened.close();
    }
}
