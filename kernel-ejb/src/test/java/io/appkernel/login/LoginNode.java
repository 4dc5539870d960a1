package io.appkernel.login;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.KernelException;
import io.appkernel.migrations.TestDatabase;
import io.appkernel.passwords.PasswordSettings;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.User;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A node on which people log in, at a database of its own, for the contracts of logging in. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LoginNode {
    static final String PASSWORD = "a long enough phrase";
    static final String WRONG = "not that phrase";

    TestLogin node;

    private String url;

    abstract DatabaseKind kind();

    /** Another node at the same database. */
    TestLogin again(PasswordSettings hashing, boolean allowSignup, boolean verifiedOnly) {
        return new TestLogin(kind(), url, hashing, allowSignup, verifiedOnly);
    }

    @BeforeAll
    void start() {
        url = TestDatabase.newUrl(kind());
        node = new TestLogin(kind(), url);
    }

    @AfterAll
    void stop() {
        node.close();
    }

    @BeforeEach
    void now() {
        node.ahead.set(Duration.ZERO);
        node.mails.clear();
        node.stage.neverLocks(false);
    }

    static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().substring(0, 13);
    }

    static String fieldOf(KernelException thrown) {
        return thrown.errors().get(0).field();
    }

    void pass(int seconds) {
        node.ahead.updateAndGet(ahead -> ahead.plusSeconds(seconds));
    }

    TokenPair change(User user, String current, String wanted) {
        return node.passwordChange.change(user.id(), current, wanted, TestLogin.HERE);
    }

    String sql(String bracketed) {
        return node.entities.database().dialect().sql(bracketed);
    }

    /** The code of an authenticator app. */
    static String appShows(SecondFactor.Enrolment enrolment, Instant when) {
        TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
        SecretKeySpec key = new SecretKeySpec(Base32Test.decoded(enrolment.secret()), codes.getAlgorithm());
        try {
            return codes.generateOneTimePasswordString(key, when, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }
}
