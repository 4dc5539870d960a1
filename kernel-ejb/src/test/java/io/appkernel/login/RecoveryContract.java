package io.appkernel.login;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.appkernel.errors.ErrorCode;
import io.appkernel.login.OneTimeTokens.Holder;
import io.appkernel.login.OneTimeTokens.Purpose;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import io.appkernel.users.UserChange;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** New passwords, verified addresses and the first administrator, on every database. */
abstract class RecoveryContract extends LoginNode {
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
    void whoSetsAPasswordByTheMailFindsNothingOfWhoRegisteredWithTheirAddress() {
        String name = unique("nan.");
        User user = node.register(name, PASSWORD);
        guard(user);
        node.passwordChange.forgot(user.email());

        node.passwordChange.reset(node.mailed(user), "another phrase");

        assertThat(node.secondFactor.isOn(user)).isFalse();
        assertThat(node.login(name, "another phrase").user().emailVerified()).isTrue();
        guard(user);
        pass(61);
        node.passwordChange.forgot(user.email());
        node.passwordChange.reset(node.mailed(user), "yet another phrase");
        assertThat(node.secondFactor.isOn(user))
                .as("the owner's own, for the address was theirs before")
                .isTrue();
    }

    private void guard(User user) {
        node.secondFactor.confirm(user, appShows(node.secondFactor.begin(user), node.clock.instant()));
    }

    @Test
    void whoSetsAPasswordByTheMailMayLogInAtOnceMayLogInAtOnceHoweverManyGuessed() {
        String name = unique("max.");
        User user = node.register(name, PASSWORD);
        for (int i = 0; i < 6; i++) {
            Client there = new Client("198.51.100." + i / 2, "test");
            refused(ErrorCode.UNAUTHENTICATED, () -> node.signIn.login(name, WRONG, Optional.empty(), there));
        }
        Client there = new Client("198.51.100.0", "test");
        refused(ErrorCode.RATE_LIMITED, () -> node.login(name, PASSWORD));
        node.passwordChange.forgot(user.email());

        node.passwordChange.reset(node.mailed(user), "another phrase");

        node.login(name, "another phrase");
        node.signIn.login(name, "another phrase", Optional.empty(), there);
    }

    @Test
    void tokensAreStoredAsDigestsOnly() {
        User user = node.register(unique("ned."), PASSWORD);
        node.passwordChange.forgot(user.email());
        String token = node.mailed(user);

        List<String> stored = node.db.rows(
                sql("SELECT [digest], [purpose], [user_id], [detail] FROM [" + OneTimeTokens.TABLE + "]"),
                row -> row.getString(1) + row.getString(2) + row.getString(3) + row.getString(4));
        assertThat(stored).isNotEmpty().noneMatch(row -> row.contains(token));
        assertThat(node.log).noneMatch(line -> line.contains(token) || line.contains(PASSWORD));
    }

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
