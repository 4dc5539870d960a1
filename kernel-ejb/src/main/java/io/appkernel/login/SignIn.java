package io.appkernel.login;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import io.appkernel.passwords.Passwords;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.OvertakenException;
import io.appkernel.sessions.Sessions;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.Identifiers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Logging in with a password. Whoever has no account, a wrong password or no password at all is told the same after the
 * same time; more is said to who had the right one. To inject; takes the time of a hash. Thread-safe.
 */
public final class SignIn {
    private static final int ATTEMPTS = 3;

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Lockout lockout;
    private final SecondFactor secondFactor;
    private final SignUp signUp;
    private final LoginSettings settings;
    private final KernelLog log;

    SignIn(
            Users users,
            Passwords passwords,
            Sessions sessions,
            Lockout lockout,
            SecondFactor secondFactor,
            SignUp signUp,
            LoginSettings settings,
            KernelLog log) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.lockout = lockout;
        this.secondFactor = secondFactor;
        this.signUp = signUp;
        this.settings = settings;
        this.log = log;
    }

    /**
     * Begins a login. Outside of transactions, which would undo what is counted of wrong attempts.
     *
     * @param identifier a username or an address
     * @param code of the second factor, where there is one
     * @throws KernelException unauthenticated, when that is not who they say; rate limited after too many attempts;
     *     forbidden, when the account may not be used
     */
    public TokenPair login(String identifier, String password, Optional<String> code, Client client) {
        Optional<User> found = users.byIdentifier(identifier);
        Lockout.Attempt attempt = found.map(user -> Lockout.Attempt.at(user, client.ip()))
                .orElseGet(() -> Lockout.Attempt.at(plain(identifier), client.ip()));
        Lockout.Past past = lockout.check(attempt);
        boolean right = passwords.matches(password, found.flatMap(User::passwordHash));
        if (found.isEmpty() || !right) {
            lockout.failed(attempt);
            throw new KernelException(ErrorCode.UNAUTHENTICATED, "The username or the password is not right.");
        }
        TokenPair pair;
        try {
            pair = begun(found.get(), password, code, client);
        } catch (WrongCodeException e) {
            lockout.failed(attempt);
            throw e;
        } catch (UnverifiedException e) {
            forget(attempt, past);
            signUp.askToVerify(found.get());
            throw e;
        }
        forget(attempt, past);
        lockout.remember(attempt, past);
        renewHash(pair.user(), password);
        return pair;
    }

    private void forget(Lockout.Attempt attempt, Lockout.Past past) {
        if (past.failed()) {
            lockout.succeeded(attempt);
        }
    }

    /** Another login may have hashed the same password anew meanwhile; one that was changed is wrong now. */
    private TokenPair begun(User user, String password, Optional<String> code, Client client) {
        // Committed with a login of a store that does not lock, which was taken back afterwards.
        AtomicBoolean spent = new AtomicBoolean();
        for (int attempt = 1; ; attempt++) {
            AtomicBoolean shown = new AtomicBoolean();
            try {
                TokenPair pair = sessions.begin(user, client, now -> {
                    shown.set(spent.get() || isShown(now, code));
                    requireVerified(now);
                });
                if (!users.locks() && !shown.get() && secondFactor.isOn(user)) {
                    sessions.end(user.id(), pair.sessionId());
                    throw needed();
                }
                return pair;
            } catch (OvertakenException e) {
                spent.set(shown.get() && !users.locks());
                Optional<User> now = users.byId(user.id());
                if (attempt == ATTEMPTS || !passwords.matches(password, now.flatMap(User::passwordHash))) {
                    throw e;
                }
                user = now.orElseThrow();
            }
        }
    }

    /** Whether a code was shown; refused who has to show one and did not. */
    private boolean isShown(User user, Optional<String> code) {
        return switch (secondFactor.check(user, code)) {
            case OFF -> false;
            case PASSED -> true;
            case MISSING -> throw needed();
            case WRONG -> throw new WrongCodeException();
        };
    }

    private void requireVerified(User user) {
        if (settings.requireVerifiedEmail() && !user.emailVerified()) {
            throw new UnverifiedException();
        }
    }

    private static KernelException needed() {
        return new KernelException(
                ErrorCode.UNAUTHENTICATED,
                "A code of your authenticator app is needed too: send it as otp.",
                List.of(new FieldError("otp", "is needed for this account")));
    }

    private static final class WrongCodeException extends KernelException {
        private static final long serialVersionUID = 1L;

        WrongCodeException() {
            super(
                    ErrorCode.UNAUTHENTICATED,
                    "The code is not right, or was used already.",
                    List.of(new FieldError("otp", "is not right, or was used already")));
        }
    }

    private static final class UnverifiedException extends KernelException {
        private static final long serialVersionUID = 1L;

        UnverifiedException() {
            super(ErrorCode.FORBIDDEN, "Verify your email address first: the token was sent to it.");
        }
    }

    /** What attempts at nobody's account are counted by: the same for every spelling of a name. */
    private static String plain(String identifier) {
        return Identifiers.knownEmail(identifier)
                .or(() -> Identifiers.knownUsername(identifier))
                .orElseGet(() -> identifier.strip().toLowerCase(Locale.ROOT));
    }

    /** The parameters have changed since, and only now the password is known. */
    private void renewHash(User user, String password) {
        String hash = user.passwordHash().orElseThrow();
        if (!passwords.isOutdated(hash)) {
            return;
        }
        try {
            users.replacePassword(user, passwords.hash(password));
        } catch (RuntimeException e) {
            log.warn("a password could not be hashed anew; the next login tries again", e, "user_id", user.id());
        }
    }

    /**
     * Begins to guard an account by codes, for who knows its password: nobody who found a device or a token may lock its
     * owner out.
     *
     * @throws KernelException invalid, when the password is not right; a conflict, when there is none, or codes are asked
     *     for already
     */
    public SecondFactor.Enrolment beginSecondFactor(String userId, String password, Client client) {
        User user = users.byId(userId).orElseThrow(SignIn::unknown);
        if (user.passwordHash().isEmpty()) {
            throw new KernelException(
                    ErrorCode.CONFLICT,
                    "Codes are asked for beside a password, and this account has none. Set one first, by the mail that"
                            + " forgot-password sends.");
        }
        confirm(user, "password", password, client);
        return secondFactor.begin(user);
    }

    /**
     * From now on codes are asked for. Every other login ends, for none of them has shown one.
     *
     * @return recovery codes, which are shown this once
     * @throws KernelException invalid, when the code is wrong; a conflict, when nothing was begun
     */
    public List<String> confirmSecondFactor(String userId, String sessionId, String code) {
        List<String> recovery = secondFactor.confirm(users.byId(userId).orElseThrow(SignIn::unknown), code);
        sessions.endOthers(userId, sessionId);
        return recovery;
    }

    /**
     * Turns the second factor off, for who knows both.
     *
     * @throws KernelException invalid, when password or code are not right
     */
    public void removeSecondFactor(String userId, String password, String code, Client client) {
        User user = users.byId(userId).orElseThrow(SignIn::unknown);
        Lockout.Attempt attempt = confirm(user, "password", password, client);
        switch (secondFactor.check(user, Optional.of(code))) {
            case WRONG, MISSING -> {
                lockout.failed(attempt);
                throw SecondFactor.wrong("code");
            }
            case PASSED, OFF -> secondFactor.remove(user);
        }
    }

    /** Makes sure that it is who is signed in that types, and not somebody who found the device. */
    Lockout.Attempt confirm(User user, String field, String password, Client client) {
        Lockout.Attempt attempt = Lockout.Attempt.at(user, client.ip());
        lockout.check(attempt);
        if (!passwords.matches(password, user.passwordHash())) {
            lockout.failed(attempt);
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The password in " + field + " is not right.",
                    List.of(new FieldError(field, "is not right")));
        }
        return attempt;
    }

    /** Who has set another password by a mail may log in with it at once. */
    void forgive(User user) {
        lockout.forgive(user);
    }

    static KernelException unknown() {
        return new KernelException(ErrorCode.UNAUTHENTICATED, "The account of this token is gone. Log in again.");
    }
}
