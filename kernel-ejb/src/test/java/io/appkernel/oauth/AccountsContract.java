package io.appkernel.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.databases.TestServer;
import io.appkernel.db.Database;
import io.appkernel.db.DatabaseKind;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.login.LoginSettings;
import io.appkernel.migrations.Migrations;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets which account, on one kind of database. */
abstract class AccountsContract {
    private static final String EMAIL = "ann@example.com";

    @TempDir
    Path directory;

    private final MemoryUsers store = new MemoryUsers();
    private final Set<String> withSecondFactor = new HashSet<>();
    private AgroalDataSource pool;
    private Database database;
    private Accounts accounts;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() throws SQLException {
        String url = switch (kind()) {
            case POSTGRESQL -> TestServer.postgres().newDatabase();
            case MARIADB -> TestServer.mariadb().newDatabase();
            default -> TestServer.h2().newDatabase() + ";DB_CLOSE_DELAY=5";
        };
        pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(connections ->
                        connections.maxSize(20).connectionFactoryConfiguration(factory -> factory.jdbcUrl(url))));
        database = new Database(kind(), pool);
        new Migrations(
                        database,
                        new SchemaSettings(true, Optional.of(directory), false, SchemaSettings.DryRun.OFF),
                        new NodeSettings(
                                "app",
                                "1",
                                "",
                                Environment.DEV,
                                NodeRole.ALL,
                                "/api/v1",
                                false,
                                directory,
                                Optional.empty()),
                        Clock.systemUTC(),
                        KernelLog.to(line -> {}),
                        new Json(),
                        List.of())
                .apply(new AccountTable.Wanted().tables());
        accounts = accounts(true, false);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    private Accounts accounts(boolean allowSignup, boolean requireVerified) {
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
                user -> withSecondFactor.contains(user.id()),
                Set.of("google", "github"),
                Clock.systemUTC(),
                KernelLog.to(line -> {}));
    }

    private static Identity google(String subject, String email, boolean verified) {
        return new Identity("google", subject, Optional.ofNullable(email), verified, Optional.of("Ann"));
    }

    private static Identity github(String subject, String email, boolean verified) {
        return new Identity("github", subject, Optional.ofNullable(email), verified, Optional.of("Ann"));
    }

    private User local(String email, boolean verified) {
        NewUser wanted = NewUser.of(email).withPasswordHash("hash");
        return store.create(verified ? wanted.verified() : wanted);
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        KernelException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private void deactivate(User user) {
        store.put(new User(
                user.id(),
                user.username(),
                user.email(),
                user.name(),
                user.role(),
                false,
                user.emailVerified(),
                user.passwordHash(),
                user.createdAt()));
    }

    @Test
    void aNewcomerWithAProvenAddressGetsAnAccountWithIt() {
        User user = accounts.signIn(google("g-1", EMAIL, true));

        assertThat(user.email()).isEqualTo(EMAIL);
        assertThat(user.emailVerified()).isTrue();
        assertThat(user.name()).contains("Ann");
        assertThat(user.role()).isEqualTo("user");
        assertThat(user.passwordHash()).isEmpty();
        assertThat(accounts.of(user.id())).singleElement().satisfies(account -> {
            assertThat(account.provider()).isEqualTo("google");
            assertThat(account.subject()).isEqualTo("g-1");
            assertThat(account.email()).contains(EMAIL);
        });
    }

    @Test
    void aKnownSubjectIsTheSameUserWhateverElseHasChanged() {
        User first = accounts.signIn(google("g-1", EMAIL, true));
        local("other@example.com", true);

        assertThat(accounts.signIn(google("g-1", "other@example.com", true)).id())
                .isEqualTo(first.id());
        assertThat(accounts.signIn(google("g-1", null, false)).id()).isEqualTo(first.id());
        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void subjectsAreToldApartByEveryLetterAndByProvider() {
        User lower = accounts.signIn(google("abc", "a@example.com", true));

        assertThat(accounts.signIn(google("ABC", "b@example.com", true)).id()).isNotEqualTo(lower.id());
        assertThat(accounts.signIn(google("abc ", "c@example.com", true)).id()).isNotEqualTo(lower.id());
        assertThat(accounts.signIn(github("abc", "d@example.com", true)).id()).isNotEqualTo(lower.id());
    }

    @Test
    void anAddressThatBothSidesHaveProvenLinks() {
        User user = local(EMAIL, true);

        assertThat(accounts.signIn(google("g-1", "Ann@Example.com", true)).id()).isEqualTo(user.id());
        assertThat(accounts.of(user.id())).hasSize(1);
    }

    @Test
    void anAddressThatTheAccountHasNotProvenIsAConflict() {
        User user = local(EMAIL, false);

        assertThatThrownBy(() -> accounts.signIn(google("g-1", EMAIL, true)))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("Log in to it, and link Google there");
        assertThat(accounts.of(user.id())).isEmpty();
        assertThat(store.count()).isOne();
    }

    @Test
    void anAddressThatTheProviderHasNotProvenTakesNothingOverAndIsNotTheirs() {
        User victim = local(EMAIL, true);
        User stranger = accounts.signIn(github("1", EMAIL, false));

        assertThat(stranger.id()).isNotEqualTo(victim.id());
        assertThat(stranger.email()).isEmpty();
        assertThat(stranger.emailVerified()).isFalse();
        assertThat(accounts.of(victim.id())).isEmpty();
        User another = accounts.signIn(github("2", "free@example.com", false));
        assertThat(another.emailVerified()).isFalse();
        assertThat(store.byEmail("free@example.com")).as("nobody holds it").isEmpty();
    }

    @Test
    void whoHasASecondFactorMustLinkByHand() {
        User user = local(EMAIL, true);
        withSecondFactor.add(user.id());

        assertCode(ErrorCode.CONFLICT, () -> accounts.signIn(google("g-1", EMAIL, true)));
        accounts.link(google("g-1", EMAIL, true), user.id());
        assertThat(accounts.signIn(google("g-1", EMAIL, true)).id()).isEqualTo(user.id());
    }

    @Test
    void aSecondAccountOfTheSameProviderIsAConflict() {
        User user = accounts.signIn(google("g-1", EMAIL, true));

        assertCode(ErrorCode.CONFLICT, () -> accounts.signIn(google("g-2", EMAIL, true)));
        assertCode(ErrorCode.CONFLICT, () -> accounts.link(google("g-3", "x@example.com", true), user.id()));
        assertThat(accounts.of(user.id())).hasSize(1);
    }

    @Test
    void whoIsNotActiveStaysOutsideAndIsNotLinked() {
        User known = accounts.signIn(google("g-1", EMAIL, true));
        deactivate(known);
        User local = local("bob@example.com", true);
        deactivate(local);

        assertCode(ErrorCode.FORBIDDEN, () -> accounts.signIn(google("g-1", EMAIL, true)));
        assertCode(ErrorCode.FORBIDDEN, () -> accounts.signIn(google("g-2", "bob@example.com", true)));
        assertCode(ErrorCode.FORBIDDEN, () -> accounts.link(github("1", null, false), local.id()));
        assertThat(accounts.of(local.id())).isEmpty();
    }

    @Test
    void nobodySignsUpWhereThatIsClosedAndWhoIsKnownLogsIn() {
        User user = local(EMAIL, true);
        Accounts closed = accounts(false, false);

        assertCode(ErrorCode.FORBIDDEN, () -> closed.signIn(google("g-2", "new@example.com", true)));
        assertThat(closed.signIn(google("g-1", EMAIL, true)).id()).isEqualTo(user.id());
        assertThat(store.count()).isOne();
    }

    @Test
    void whereAddressesMustBeProvenAProvidersUnprovenOneIsNotEnough() {
        Accounts strict = accounts(true, true);

        assertCode(ErrorCode.FORBIDDEN, () -> strict.signIn(github("1", EMAIL, false)));
        assertThat(store.count()).isZero();
        assertThat(strict.signIn(github("1", EMAIL, true)).email()).isEqualTo(EMAIL);
    }

    @Test
    void firstLoginsAtTheSameTimeMakeOneAccount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<String>> logins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            logins.add(() -> accounts.signIn(google("g-1", EMAIL, true)).id());
        }
        Set<String> ids = new HashSet<>();
        for (Future<String> login : threads.invokeAll(logins)) {
            ids.add(login.get());
        }
        threads.shutdownNow();

        assertThat(ids).hasSize(1);
        assertThat(store.count()).isOne();
    }

    @Test
    void aLinkIsTheCallersOnceAndForAll() {
        User ann = local(EMAIL, false);
        User bob = local("bob@example.com", true);
        OAuthAccount linked = accounts.link(github("1", "bob@example.com", true), ann.id());

        assertThat(accounts.link(github("1", null, false), ann.id()).createdAt())
                .isEqualTo(linked.createdAt());
        assertCode(ErrorCode.CONFLICT, () -> accounts.link(github("1", null, false), bob.id()));
        assertThat(accounts.signIn(github("1", "bob@example.com", true)).id())
                .as("the link counts, not the address")
                .isEqualTo(ann.id());
    }

    @Test
    void aLinkOfAUserWhoIsGoneIsFree() {
        User gone = accounts.signIn(google("g-1", EMAIL, true));
        store.remove(gone.id());

        assertThat(accounts.signIn(google("g-1", EMAIL, true)).id()).isNotEqualTo(gone.id());
    }

    @Test
    void theLastWayToLogInStays() {
        User user = accounts.signIn(google("g-1", EMAIL, true));
        assertCode(ErrorCode.CONFLICT, () -> accounts.unlink(user.id(), "google"));
        assertCode(ErrorCode.NOT_FOUND, () -> accounts.unlink(user.id(), "github"));

        accounts.link(github("1", null, false), user.id());
        accounts.unlink(user.id(), "google");
        assertThat(accounts.of(user.id()))
                .singleElement()
                .extracting(OAuthAccount::provider)
                .isEqualTo("github");
        assertCode(ErrorCode.CONFLICT, () -> accounts.unlink(user.id(), "github"));

        store.changePassword(user.id(), "hash");
        accounts.unlink(user.id(), "github");
        assertThat(accounts.of(user.id())).isEmpty();
    }

    @Test
    void twoLastWaysThatGoAtTheSameTimeLeaveOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            User user = accounts.signIn(google("g-" + round, "u" + round + "@example.com", true));
            accounts.link(github("h-" + round, null, false), user.id());
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Callable<Boolean>> both = List.of(() -> unlinked(user, "google"), () -> unlinked(user, "github"));
            for (Future<Boolean> each : threads.invokeAll(both)) {
                each.get();
            }
            threads.shutdownNow();

            assertThat(accounts.of(user.id())).hasSize(1);
        }
    }

    private boolean unlinked(User user, String provider) {
        try {
            accounts.unlink(user.id(), provider);
            return true;
        } catch (KernelException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            return false;
        }
    }
}
