package io.appkernel.login;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.databases.TestRedis;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.keyring.Keyring;
import io.appkernel.log.KernelLog;
import io.appkernel.mail.Mail;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.passwords.Passwords;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.roles.TestRoles;
import io.appkernel.schema.Table;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.SessionSchema;
import io.appkernel.sessions.SessionSettings;
import io.appkernel.sessions.Sessions;
import io.appkernel.sessions.TokenPair;
import io.appkernel.signals.Signals;
import io.appkernel.store.EntityStore;
import io.appkernel.store.TestEntities;
import io.appkernel.tokens.TestTokens;
import io.appkernel.tokens.Tokens;
import io.appkernel.users.KernelUser;
import io.appkernel.users.Stage;
import io.appkernel.users.TestUsers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** One node on which people log in, in plain Java. */
final class TestLogin implements AutoCloseable {
    static final Client HERE = new Client("192.0.2.1", "test");
    static final PasswordSettings CHEAP = new PasswordSettings(8, 7_168, 1, 1, 4, 100);

    final List<String> log = new CopyOnWriteArrayList<>();
    final List<Mail> mails = new CopyOnWriteArrayList<>();
    final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    final InstantSource clock = () -> Instant.now().plus(ahead.get());
    final Stage stage = new Stage();
    final TestEntities entities;
    final EntityStore<KernelUser> rows;
    final Db db;
    final Users users;
    final Tokens access;
    final Sessions sessions;
    final Passwords passwords;
    final Lockout lockout;
    final OneTimeTokens tokens;
    final SecondFactor secondFactor;
    final SignUp signUp;
    final SignIn signIn;
    final PasswordChange passwordChange;
    private final Signals signals;
    private final Redis redis;

    TestLogin(DatabaseKind kind, String url) {
        this(kind, url, CHEAP, true, false);
    }

    TestLogin(DatabaseKind kind, String url, PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly) {
        List<Table> tables = Stream.of(new LoginSchema().tables(), SessionSchema.tables(), TestRoles.tables())
                .flatMap(List::stream)
                .toList();
        entities = TestEntities.of(kind, url, tables, KernelUser.class);
        rows = entities.store(KernelUser.class);
        db = new Db(entities.database());
        KernelLog lines = KernelLog.to(log::add);
        redis = Redis.of(RedisSettings.of(TestRedis.shared().url())
                .withKeyPrefix(TestRedis.shared().newPrefix()));
        signals = new Signals(redis, Executors.defaultThreadFactory(), System::nanoTime, lines);
        Keyring keyring = new Keyring("a secret of more than thirty-two characters");
        access = TestTokens.of(keyring, clock);
        AtomicReference<Sessions> made = new AtomicReference<>();
        AtomicReference<SecondFactor> factor = new AtomicReference<>();
        users = TestUsers.of(stage, rows, db, new AccountWatch(made::get, factor::get));
        sessions = new Sessions(
                entities.database(),
                db,
                keyring,
                access,
                users,
                TestRoles.of(entities.database(), db, users, signals, clock, List.of()),
                signals,
                new SessionSettings(Duration.ofDays(30), Duration.ofSeconds(10), 5),
                clock,
                lines);
        made.set(sessions);
        LoginSettings settings = new LoginSettings(
                verifiedOnly,
                Duration.ofDays(1),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.of(URI.create("https://app.example.com/reset")),
                3,
                6,
                Duration.ofSeconds(30),
                Duration.ofMinutes(2));
        passwords = new Passwords(hashing, 2);
        tokens = new OneTimeTokens(entities.database(), db, clock);
        lockout = new Lockout(entities.database(), db, settings, clock);
        secondFactor =
                new SecondFactor(new SecondFactorTable(entities.database(), db), keyring, "The App", clock, lines);
        factor.set(secondFactor);
        AuthSettings auth = new AuthSettings(AuthMode.LOCAL, allowSignup);
        signUp = new SignUp(users, passwords, tokens, mails::add, db, auth, settings);
        signIn = new SignIn(users, passwords, sessions, lockout, secondFactor, signUp, settings, lines);
        passwordChange = new PasswordChange(users, passwords, sessions, signIn, tokens, mails::add, db, settings);
    }

    User register(String name, String password) {
        return signUp.register(new SignUp.Applicant(
                name + "@example.com", Optional.of(name), password, Optional.empty(), Optional.empty()));
    }

    TokenPair login(String identifier, String password) {
        return signIn.login(identifier, password, Optional.empty(), HERE);
    }

    /** What stands behind {@code token} in the newest mail to somebody. */
    String mailed(User user) {
        String text = mails.stream()
                .filter(mail -> mail.to().equals(user.email()))
                .reduce((one, next) -> next)
                .orElseThrow()
                .text();
        return text.replaceAll("(?s).*token[ =]([\\w-]{43}).*", "$1");
    }

    @Override
    public void close() {
        signals.close();
        redis.close();
        entities.close();
    }
}
