package io.appkernel.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.login.OneTimeTokens.Holder;
import io.appkernel.login.OneTimeTokens.Purpose;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserChange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Registering, logging in and what belongs to it, on every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoginContract {
    private static final String PASSWORD = "a long enough phrase";
    private static final String WRONG = "not that phrase";

    private TestLogin node;

    abstract TestLogin open();

    abstract TestLogin again(PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly);

    @BeforeAll
    void start() {
        node = open();
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void now() {
        node.ahead.set(Duration.ZERO);
        node.mails.clear();
    }

    private static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    private static KernelException refused(ErrorCode code, ThrowingCallable call) {
        KernelException[] seen = new KernelException[1];
        assertThatThrownBy(call).isInstanceOfSatisfying(KernelException.class, thrown -> {
            assertThat(thrown.code()).as(thrown.getMessage()).isEqualTo(code);
            seen[0] = thrown;
        });
        return seen[0];
    }

    private static String fieldOf(KernelException thrown) {
        return thrown.errors().get(0).field();
    }

    // ---- registering and logging in

    @Test
    void whoRegistersLogsInByEitherName() {
        String name = unique("Ada.");
        User user = node.register(name, PASSWORD);

        assertThat(user.role()).isEqualTo(User.ROLE);
        for (String identifier :
                List.of(name, name.toUpperCase(), name + "@example.com", " " + name + "@EXAMPLE.com")) {
            TokenPair pair = node.login(identifier, PASSWORD);
            assertThat(pair.user().id()).isEqualTo(user.id());
        }
        assertThat(node.sessions.ofUser(user.id())).hasSize(4);
    }

    @Test
    void whoIsUnknownWrongOrWithoutAPasswordIsToldTheSame() {
        String name = unique("bob.");
        node.register(name, PASSWORD);
        String bare = unique("bare.");
        node.users.create(NewUser.of(bare + "@example.com"));

        List<String> told = List.of(name, unique("nobody."), bare + "@example.com", "no such thing", "'@'").stream()
                .map(who -> refused(ErrorCode.UNAUTHENTICATED, () -> node.login(who, WRONG))
                        .getMessage())
                .distinct()
                .toList();

        assertThat(told).hasSize(1);
    }

    @Test
    void whereNobodyMayRegisterNobodyDoes() {
        try (TestLogin closed = again(TestLogin.CHEAP, false, false)) {
            refused(ErrorCode.FORBIDDEN, () -> closed.register(unique("cy."), PASSWORD));
        }
    }

    @Test
    void anInactiveAccountIsToldSoOnlyWithItsPasswordAndLosesItsLogins() {
        String name = unique("dee.");
        User user = node.register(name, PASSWORD);
        TokenPair pair = node.login(name, PASSWORD);

        node.users.change(user.id(), UserChange.none().withActive(false));

        assertThat(node.sessions.ofUser(user.id())).isEmpty();
        refused(ErrorCode.UNAUTHENTICATED, () -> node.sessions.refresh(pair.refreshToken(), TestLogin.HERE));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.FORBIDDEN, () -> node.login(name, PASSWORD));
    }

    @Test
    void aHashOfOldParametersIsRenewedAtLogin() {
        String name = unique("eve.");
        User user = node.register(name, PASSWORD);
        String before = user.passwordHash().orElseThrow();
        try (TestLogin stronger = again(new PasswordSettings(8, 8_192, 2, 1, 4, 100), true, false)) {
            stronger.login(name, PASSWORD);
            String after =
                    stronger.users.byId(user.id()).orElseThrow().passwordHash().orElseThrow();
            assertThat(after).isNotEqualTo(before).contains("m=8192,t=2");
            stronger.login(name, PASSWORD);
            assertThat(stronger.users.byId(user.id()).orElseThrow().passwordHash())
                    .contains(after);
        }
    }

    // ---- lockout

    @Test
    void whoeverGuessesWaitsLongerEachTimeWhetherTheAccountIsThereOrNot() {
        String name = unique("fay.");
        node.register(name, PASSWORD);
        for (String guessed : List.of(name, unique("nobody."))) {
            node.ahead.set(Duration.ZERO);
            for (int i = 0; i < 3; i++) {
                refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            }
            assertThat(locked(guessed)).isBetween(25L, 31L);
            pass(31);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            assertThat(locked(guessed)).isBetween(55L, 61L);
            pass(61);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            pass(121);
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(guessed, WRONG));
            assertThat(locked(guessed)).as("never longer").isBetween(115L, 121L);
        }
    }

    private void pass(int seconds) {
        node.ahead.updateAndGet(ahead -> ahead.plusSeconds(seconds));
    }

    /** For how many seconds even the right password does not help. */
    private long locked(String identifier) {
        return refused(ErrorCode.RATE_LIMITED, () -> node.login(identifier, PASSWORD))
                .retryAfter()
                .orElseThrow()
                .toSeconds();
    }

    @Test
    void aLockHoldsForOneAddressAndAfterManyForAll() {
        String name = unique("gus.");
        node.register(name, PASSWORD);
        Client there = new Client("198.51.100.7", "test");
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        }
        locked(name);
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.signIn.login(name, WRONG, Optional.empty(), there));
        }
        Client yetAnother = new Client("203.0.113.9", "test");
        refused(ErrorCode.RATE_LIMITED, () -> node.signIn.login(name, PASSWORD, Optional.empty(), yetAnother));
    }

    @Test
    void theRightPasswordForgivesAndSoDoesAnHour() {
        String name = unique("hal.");
        node.register(name, PASSWORD);
        for (int round = 0; round < 3; round++) {
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            node.login(name, PASSWORD);
        }
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        pass(3_601);
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
        node.login(name, PASSWORD);
    }

    @Test
    void everyNodeKnowsWhoIsLocked() {
        String name = unique("ian.");
        node.register(name, PASSWORD);
        try (TestLogin other = again(TestLogin.CHEAP, true, false)) {
            for (int i = 0; i < 3; i++) {
                refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG));
            }
            refused(ErrorCode.RATE_LIMITED, () -> other.login(name, PASSWORD));
        }
    }

    @Test
    void locksThatAreOverLeaveNoRows() {
        Lockout.Attempt attempt = Lockout.Attempt.of(unique("row"), "192.0.2.9");
        node.lockout.failed(attempt);
        pass(3_700);
        for (int i = 0; i < 100; i++) {
            node.lockout.failed(Lockout.Attempt.of(unique("other"), "192.0.2.9"));
        }
        node.ahead.set(Duration.ZERO);
        assertThat(node.lockout.check(attempt)).as("something to forget").isFalse();
    }

    // ---- new passwords

    @Test
    void aNewPasswordEndsEveryOtherLoginAndNeedsTheOldOne() {
        String name = unique("joe.");
        User user = node.register(name, PASSWORD);
        TokenPair other = node.login(name, PASSWORD);

        assertThat(fieldOf(refused(ErrorCode.INVALID, () -> change(user, WRONG, "another phrase"))))
                .isEqualTo("current_password");
        assertThat(fieldOf(refused(ErrorCode.INVALID, () -> change(user, PASSWORD, "short"))))
                .isEqualTo("new_password");
        assertThat(fieldOf(refused(ErrorCode.INVALID, () -> change(user, PASSWORD, name + "@example.com"))))
                .isEqualTo("new_password");
        refused(ErrorCode.INVALID, () -> change(user, PASSWORD, PASSWORD));
        TokenPair pair = change(user, PASSWORD, "another phrase");

        assertThat(node.sessions.ofUser(user.id()))
                .extracting(session -> session.id())
                .containsExactly(pair.sessionId());
        refused(ErrorCode.UNAUTHENTICATED, () -> node.sessions.refresh(other.refreshToken(), TestLogin.HERE));
        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));
        node.login(name, "another phrase");
    }

    private TokenPair change(User user, String current, String wanted) {
        return node.passwordChange.change(user.id(), current, wanted, TestLogin.HERE);
    }

    @Test
    void whoHoldsADeviceCannotGuessThePassword() {
        User user = node.register(unique("kim."), PASSWORD);
        for (int i = 0; i < 3; i++) {
            refused(ErrorCode.INVALID, () -> change(user, WRONG, "another phrase"));
        }
        refused(ErrorCode.RATE_LIMITED, () -> change(user, PASSWORD, "another phrase"));
    }

    @Test
    void aForgottenPasswordIsSetAnewByTheMailAndOnce() {
        String name = unique("Lee.");
        User user = node.register(name, PASSWORD);
        node.login(name, PASSWORD);
        node.mails.clear();

        node.passwordChange.forgot(name.toLowerCase(Locale.ROOT) + "＠example.com");
        node.passwordChange.forgot(name + "@example.com");

        assertThat(node.mails).as("one, however often it is asked for").hasSize(1);
        assertThat(node.mails.get(0).to()).as("the stored address").isEqualTo(name + "@example.com");
        assertThat(node.mails.get(0).text()).contains("https://app.example.com/reset?token=");
        String token = node.mailed(user);
        assertThat(fieldOf(refused(ErrorCode.INVALID, () -> node.passwordChange.reset(token, "password"))))
                .isEqualTo("new_password");
        node.passwordChange.reset(token, "another phrase");

        refused(ErrorCode.INVALID, () -> node.passwordChange.reset(token, "yet another phrase"));
        assertThat(node.sessions.ofUser(user.id())).isEmpty();
        assertThat(node.login(name, "another phrase").user().emailVerified()).isTrue();
    }

    @Test
    void aResetTokenIsVoidAfterAnHourAnotherPasswordOrAnEndedAccount() {
        String name = unique("mia.");
        User user = node.register(name, PASSWORD);
        node.passwordChange.forgot(user.email());
        String late = node.mailed(user);
        pass(3_601);
        refused(ErrorCode.INVALID, () -> node.passwordChange.reset(late, "another phrase"));

        node.passwordChange.forgot(user.email());
        String overtaken = node.mailed(user);
        change(user, PASSWORD, "another phrase");
        refused(ErrorCode.INVALID, () -> node.passwordChange.reset(overtaken, "yet another phrase"));

        pass(61);
        node.passwordChange.forgot(user.email());
        String ended = node.mailed(user);
        node.users.change(user.id(), UserChange.none().withActive(false));
        refused(ErrorCode.INVALID, () -> node.passwordChange.reset(ended, "yet another phrase"));
        node.mails.clear();
        pass(61);
        node.passwordChange.forgot(user.email());
        node.passwordChange.forgot(unique("nobody") + "@example.com");
        node.passwordChange.forgot("no address");
        assertThat(node.mails).isEmpty();
    }

    @Test
    void tokensAreStoredAsDigestsOnly() {
        User user = node.register(unique("ned."), PASSWORD);
        node.passwordChange.forgot(user.email());
        String token = node.mailed(user);

        List<String> stored = new Sql(node.db)
                .rows(
                        sql("SELECT [digest], [purpose], [user_id], [detail] FROM [" + OneTimeTokens.TABLE + "]"),
                        row -> row.getString(1) + row.getString(2) + row.getString(3) + row.getString(4));
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(node.log).noneMatch(line -> line.contains(token) || line.contains(PASSWORD));
    }

    private String sql(String bracketed) {
        return node.entities.database().dialect().sql(bracketed);
    }

    // ---- verified addresses

    @Test
    void anAddressIsVerifiedOnceByTheMailOfItsRegistration() {
        User user = node.register(unique("oda."), PASSWORD);
        String token = node.mailed(user);

        node.signUp.verify(token);

        assertThat(node.users.byId(user.id()).orElseThrow().emailVerified()).isTrue();
        refused(ErrorCode.INVALID, () -> node.signUp.verify(token));
        refused(ErrorCode.INVALID, () -> node.passwordChange.reset(token, "another phrase"));
    }

    @Test
    void whereItIsWantedWhoIsNotVerifiedDoesNotGetIn() {
        try (TestLogin strict = again(TestLogin.CHEAP, true, true)) {
            String name = unique("pia.");
            User user = strict.register(name, PASSWORD);
            refused(ErrorCode.FORBIDDEN, () -> strict.login(name, PASSWORD));
            assertThat(strict.mails).hasSize(1);
            strict.ahead.set(Duration.ofMinutes(2));
            refused(ErrorCode.FORBIDDEN, () -> strict.login(name, PASSWORD));
            assertThat(strict.mails).as("another for who lost the first").hasSize(2);
            refused(ErrorCode.UNAUTHENTICATED, () -> strict.login(name, WRONG));

            strict.signUp.verify(strict.mailed(user));

            strict.login(name, PASSWORD);
        }
    }

    // ---- second factor

    @Test
    void aCodeIsAskedForOnceOneWasConfirmedAndOnlyOfWhoKnowsThePassword() {
        String name = unique("quin.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = node.secondFactor.begin(user);
        assertThat(begun.uri())
                .startsWith("otpauth://totp/The%20App:")
                .contains("?secret=" + begun.secret() + "&issuer=The%20App");
        node.login(name, PASSWORD);
        refused(ErrorCode.INVALID, () -> node.secondFactor.confirm(user, "000000x"));

        List<String> recovery = node.secondFactor.confirm(user, code(begun, 0));

        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        KernelException needed = refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));
        assertThat(fieldOf(needed)).isEqualTo("otp");
        assertThat(refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, WRONG))
                        .errors())
                .isEmpty();
        refused(ErrorCode.CONFLICT, () -> node.secondFactor.begin(user));
    }

    @Test
    void aCodeIsGoodOnceAndSoIsARecoveryCode() {
        String name = unique("ray.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = node.secondFactor.begin(user);
        List<String> recovery = node.secondFactor.confirm(user, code(begun, -1));
        String code = code(begun, 0);
        String next = code(begun, 1);

        login(name, code);
        refused(ErrorCode.UNAUTHENTICATED, () -> login(name, code));
        login(name, next);
        refused(ErrorCode.UNAUTHENTICATED, () -> login(name, code));
        pass(40);
        login(name, recovery.get(3).toUpperCase(Locale.ROOT).replace("-", " "));
        refused(ErrorCode.UNAUTHENTICATED, () -> login(name, recovery.get(3)));
    }

    private TokenPair login(String name, String code) {
        return node.signIn.login(name, PASSWORD, Optional.of(code), TestLogin.HERE);
    }

    @Test
    void codesCannotBeGuessed() {
        String name = unique("sue.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = node.secondFactor.begin(user);
        node.secondFactor.confirm(user, code(begun, -1));
        for (String guess : List.of("aaaaaa", "bbbbbb", "cccccc")) {
            refused(ErrorCode.UNAUTHENTICATED, () -> login(name, guess));
        }
        refused(ErrorCode.RATE_LIMITED, () -> login(name, code(begun, 0)));
    }

    @Test
    void theSecondFactorIsTurnedOffWithBoth() {
        String name = unique("tom.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = node.secondFactor.begin(user);
        List<String> recovery = node.secondFactor.confirm(user, code(begun, -1));

        refused(ErrorCode.INVALID, () -> off(user, WRONG, recovery.get(0)));
        refused(ErrorCode.INVALID, () -> off(user, PASSWORD, "aaaaaa"));
        off(user, PASSWORD, recovery.get(0));

        node.login(name, PASSWORD);
        assertThat(node.secondFactor.isOn(user)).isFalse();
    }

    private void off(User user, String password, String code) {
        node.signIn.removeSecondFactor(user.id(), password, code, TestLogin.HERE);
    }

    @Test
    void secretsAreStoredSealedAndRecoveryCodesAsDigests() {
        User user = node.register(unique("una."), PASSWORD);
        SecondFactor.Enrolment begun = node.secondFactor.begin(user);
        List<String> recovery = node.secondFactor.confirm(user, code(begun, 0));
        Sql sql = new Sql(node.db);

        List<String> secrets =
                sql.rows(sql("SELECT [secret] FROM [" + SecondFactorTable.SECRETS + "]"), row -> row.getString(1));
        List<String> digests =
                sql.rows(sql("SELECT [digest] FROM [" + SecondFactorTable.RECOVERY + "]"), row -> row.getString(1));

        assertThat(secrets).isNotEmpty().noneMatch(stored -> stored.contains(begun.secret()));
        assertThat(digests).hasSizeGreaterThanOrEqualTo(10).noneMatch(recovery::contains);
    }

    /** What the app shows so many half minutes from the node's time. */
    private String code(SecondFactor.Enrolment enrolment, int periods) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        SecretKeySpec key = new SecretKeySpec(Base32Test.decoded(enrolment.secret()), codes.getAlgorithm());
        try {
            return codes.generateOneTimePasswordString(
                    key, node.clock.instant().plus(codes.getTimeStep().multipliedBy(periods)), Locale.ROOT);
        } catch (java.security.InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    // ---- the first administrator

    @Test
    void aSetupTokenMakesTheFirstAdministratorAndNoSecond() {
        for (User admin : node.users.page("", 100, 0).users()) {
            if (admin.isAdmin()) {
                node.rows.update(admin.id(), java.util.Map.of("role", "user"));
            }
        }
        String token = node.tokens.issue(Purpose.SETUP, new Holder("", ""), Duration.ofDays(1));
        String other = node.tokens.issue(Purpose.SETUP, new Holder("", ""), Duration.ofDays(1));
        try (TestLogin closed = again(TestLogin.CHEAP, false, false)) {
            assertThat(fieldOf(refused(ErrorCode.INVALID, () -> setUp(closed, "made up"))))
                    .isEqualTo("setup_token");

            assertThat(setUp(closed, token).role()).isEqualTo(User.ADMIN);

            refused(ErrorCode.INVALID, () -> setUp(closed, token));
            refused(ErrorCode.INVALID, () -> setUp(closed, other));
        }
        assertThatCode(() -> node.users.hasAdmin()).doesNotThrowAnyException();
    }

    private static User setUp(TestLogin where, String token) {
        return where.signUp.register(new SignUp.Applicant(
                unique("root") + "@example.com", Optional.empty(), PASSWORD, Optional.empty(), Optional.of(token)));
    }
}
