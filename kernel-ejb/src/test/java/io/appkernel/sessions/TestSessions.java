package io.appkernel.sessions;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.Verdict;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.redis.Redis;
import io.appkernel.roles.RoleListener;
import io.appkernel.roles.Roles;
import io.appkernel.roles.TestRoles;
import io.appkernel.signals.Signals;
import io.appkernel.tokens.TestTokens;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.UserStore;
import io.appkernel.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
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
    private final TestDatabase opened;
    private final Database database;

    TestSessions(TestDeployment deployment, UserStore users) {
        this.opened = deployment.database(Stream.concat(SessionSchema.tables().stream(), TestRoles.tables().stream())
                .toList());
        this.database = opened.database();
        this.db = new Db(database);
        KernelLog lines = KernelLog.to(log::add);
        this.redis = deployment.redis();
        this.signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, lines);
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
        opened.close();
    }
}
