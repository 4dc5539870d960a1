package io.appkernel.roles;

import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.redis.Redis;
import io.appkernel.signals.Signals;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;

/** One node that keeps roles, in plain Java. */
final class RolesNode implements AutoCloseable {
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final List<String> changed = new CopyOnWriteArrayList<>();
    final TestDatabase opened;
    final Db db;
    final Roles roles;
    private final Signals signals;
    private final Redis redis;

    RolesNode(TestDeployment deployment, MemoryUsers users) {
        this.opened = deployment.database(TestRoles.tables());
        this.db = new Db(opened.database());
        this.redis = deployment.redis();
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, KernelLog.to(line -> {}));
        this.roles = new Roles(
                opened.database(),
                db,
                new Users(users),
                List.of(changed::add),
                signals,
                new Json(),
                () -> Instant.now().plus(ahead.get()));
    }

    /** Hears others from now on. */
    RolesNode hearing() {
        signals.open();
        Awaitility.await().until(signals::isHearing);
        return this;
    }

    @Override
    public void close() {
        signals.close();
        redis.close();
        opened.close();
    }
}
