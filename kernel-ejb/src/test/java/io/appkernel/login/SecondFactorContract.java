package io.appkernel.login;

import static io.appkernel.errors.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.keyring.Keyring;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The second factor, on every database. */
abstract class SecondFactorContract extends LoginNode {
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

        List<String> secrets =
                node.db.rows(sql("SELECT [secret] FROM [" + SecondFactorTable.SECRETS + "]"), row -> row.getString(1));
        List<String> digests =
                node.db.rows(sql("SELECT [digest] FROM [" + SecondFactorTable.RECOVERY + "]"), row -> row.getString(1));

        assertThat(secrets).isNotEmpty().noneMatch(stored -> stored.contains(begun.secret()));
        assertThat(digests).hasSizeGreaterThanOrEqualTo(10).noneMatch(recovery::contains);
    }

    @Test
    void onlyWhoKnowsThePasswordBegins() {
        User user = node.register(unique("vic."), PASSWORD);

        assertThat(fieldOf(refused(ErrorCode.INVALID, () -> begin(user, WRONG))))
                .isEqualTo("password");
        refused(ErrorCode.CONFLICT, () -> node.secondFactor.confirm(user, "123456"));

        assertThat(begin(user, PASSWORD).secret()).isNotEmpty();
        User bare = node.users.create(NewUser.of(unique("bare.") + "@example.com"));
        assertThat(refused(ErrorCode.CONFLICT, () -> begin(bare, PASSWORD))).hasMessageContaining("forgot-password");
    }

    private SecondFactor.Enrolment begin(User user, String password) {
        return node.signIn.beginSecondFactor(user.id(), password, TestLogin.HERE);
    }

    @Test
    void onceItIsConfirmedEveryLoginHasShownACode() {
        String name = unique("wes.");
        User user = node.register(name, PASSWORD);
        TokenPair here = node.login(name, PASSWORD);
        TokenPair elsewhere = node.login(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        node.stage.onceFound(() -> node.signIn.confirmSecondFactor(user.id(), here.sessionId(), code(begun, 0)));

        refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));

        refused(ErrorCode.UNAUTHENTICATED, () -> node.sessions.refresh(elsewhere.refreshToken(), TestLogin.HERE));
        node.sessions.refresh(here.refreshToken(), TestLogin.HERE);
    }

    @Test
    void aLoginThatIsUnderWayMeanwhileDoesNotBegin() {
        String name = unique("xia.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        node.stage.onceLocked(() -> node.secondFactor.confirm(user, code(begun, 0)));

        KernelException needed = refused(ErrorCode.UNAUTHENTICATED, () -> node.login(name, PASSWORD));

        assertThat(fieldOf(needed)).isEqualTo("otp");
        assertThat(node.sessions.ofUser(user.id())).isEmpty();
    }

    @Test
    void norDoesOneOfAStoreThatDoesNotLock() {
        String name = unique("xul.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        node.stage.neverLocks(true);
        node.stage.onceRead(() -> node.secondFactor.confirm(user, code(begun, 0)));

        KernelException needed = refused(ErrorCode.UNAUTHENTICATED, () -> login(name, "a code that nobody asked for"));

        assertThat(fieldOf(needed)).isEqualTo("otp");
        assertThat(node.sessions.ofUser(user.id())).isEmpty();
    }

    @Test
    void aCodeIsNotAskedForTwiceWhenALoginIsBegunAnew() {
        String name = unique("xyl.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        node.secondFactor.confirm(user, code(begun, -1));
        node.stage.neverLocks(true);
        node.stage.onceLocked(() -> node.rows.update(user.id(), Map.of("role", "editor")));

        TokenPair pair = login(name, code(begun, 0));

        assertThat(pair.user().role()).isEqualTo("editor");
        assertThat(node.sessions.ofUser(user.id())).hasSize(1);
        refused(ErrorCode.UNAUTHENTICATED, () -> login(name, code(begun, 0)));
    }

    @Test
    void aCodeOfALoginThatIsRefusedIsStillGood() {
        String name = unique("xyz.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        node.secondFactor.confirm(user, code(begun, -1));
        try (TestLogin strict = again(TestLogin.CHEAP, true, true)) {
            refused(
                    ErrorCode.FORBIDDEN,
                    () -> strict.signIn.login(name, PASSWORD, Optional.of(code(begun, 0)), TestLogin.HERE));
            strict.users.markEmailVerified(user.id());
            strict.signIn.login(name, PASSWORD, Optional.of(code(begun, 0)), TestLogin.HERE);
        }
    }

    @Test
    void aSecretThatCannotBeOpenedAnyMoreLeavesTheRecoveryCodes() {
        String name = unique("yul.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        List<String> recovery = node.secondFactor.confirm(user, code(begun, -1));
        node.db.update(
                sql("UPDATE [" + SecondFactorTable.SECRETS + "] SET [secret] = ? WHERE [user_id] = ?"),
                new Keyring("another secret of the deployment").seal("totp", "AAAA"),
                user.id());

        refused(ErrorCode.UNAUTHENTICATED, () -> login(name, code(begun, 0)));
        login(name, recovery.get(0));
        assertThat(node.log).anyMatch(line -> line.contains("secret has changed") && line.contains(user.id()));
    }

    @Test
    void anAdministratorRemovesItAndEndsNothing() {
        String name = unique("zoe.");
        User user = node.register(name, PASSWORD);
        SecondFactor.Enrolment begun = begin(user, PASSWORD);
        List<String> recovery = node.secondFactor.confirm(user, code(begun, -1));
        TokenPair pair = login(name, recovery.get(0));

        node.secondFactor.remove(user);

        node.login(name, PASSWORD);
        node.sessions.refresh(pair.refreshToken(), TestLogin.HERE);
        assertThat(node.secondFactor.since(user)).isEmpty();
    }

    /** What the app shows so many half minutes from the node's time. */
    private String code(SecondFactor.Enrolment enrolment, int periods) {
        return appShows(enrolment, node.clock.instant().plusSeconds(30L * periods));
    }
}
