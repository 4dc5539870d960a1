package io.appkernel.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
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
}
