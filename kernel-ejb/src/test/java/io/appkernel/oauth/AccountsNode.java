package io.appkernel.oauth;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.log.KernelLog;
import io.appkernel.login.LoginSettings;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.users.MemoryUsers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which account, at a database of its own, for the contracts of that. */
abstract class AccountsNode {
    static final String EMAIL = "ann@example.com";

    @TempDir
    Path directory;

    final MemoryUsers store = new MemoryUsers();
    final Map<String, Instant> codesSince = new HashMap<>();
    final Set<String> ended = new HashSet<>();
    private TestDatabase opened;
    Database database;
    Accounts accounts;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        opened = new TestDatabase(kind(), TestDatabase.newUrl(kind()))
                .with(new AccountTable.Wanted().tables(), directory);
        database = opened.database();
        accounts = accounts(true, false);
    }

    @AfterEach
    void close() {
        opened.close();
    }

    Accounts accounts(boolean allowSignup, boolean requireVerified) {
        Db db = new Db(database);
        LoginSettings login = new LoginSettings(
                requireVerified,
                Duration.ofDays(1),
                Duration.ofHours(1),
                Optional.empty(),
                Optional.empty(),
                5,
                50,
                Duration.ofSeconds(30),
                Duration.ofMinutes(15));
        return new Accounts(
                new AccountTable(db, database.dialect()),
                db,
                new Users(store),
                new AuthSettings(AuthMode.LOCAL, allowSignup),
                login,
                new Guarded(),
                Set.of("google", "github"),
                Clock.systemUTC(),
                KernelLog.to(line -> {}));
    }

    final class Guarded implements Accounts.Guards {
        @Override
        public Optional<Instant> codesSince(User user) {
            return Optional.ofNullable(codesSince.get(user.id()));
        }

        @Override
        public boolean stands(Flow.Linker linker) {
            return !ended.contains(linker.session());
        }
    }

    static Flow.Linker by(String userId) {
        return new Flow.Linker(userId, "login of " + userId);
    }

    static Identity google(String subject, String email, boolean verified) {
        return new Identity("google", subject, Optional.ofNullable(email), verified, Optional.of("Ann"));
    }

    static Identity github(String subject, String email, boolean verified) {
        return new Identity("github", subject, Optional.ofNullable(email), verified, Optional.of("Ann"));
    }

    User local(String email, boolean verified) {
        NewUser wanted = NewUser.of(email).withPasswordHash("hash");
        return store.create(verified ? wanted.verified() : wanted);
    }
}
