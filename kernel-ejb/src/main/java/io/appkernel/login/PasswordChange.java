package io.appkernel.login;

import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.login.OneTimeTokens.Holder;
import io.appkernel.login.OneTimeTokens.Purpose;
import io.appkernel.mail.Mail;
import io.appkernel.passwords.Passwords;
import io.appkernel.sessions.Client;
import io.appkernel.sessions.Sessions;
import io.appkernel.sessions.TokenPair;
import io.appkernel.users.Identifiers;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** New passwords, for who knows the old one and for who forgot it. To inject; takes the time of hashes. Thread-safe. */
public final class PasswordChange {
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SignIn signIn;
    private final OneTimeTokens tokens;
    private final Consumer<Mail> mail;
    private final Db db;
    private final LoginSettings settings;

    PasswordChange(
            Users users,
            Passwords passwords,
            Sessions sessions,
            SignIn signIn,
            OneTimeTokens tokens,
            Consumer<Mail> mail,
            Db db,
            LoginSettings settings) {
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.signIn = signIn;
        this.tokens = tokens;
        this.mail = mail;
        this.db = db;
        this.settings = settings;
    }

    /**
     * Changes the password of who is signed in, ends every login of theirs, and begins a new one here.
     *
     * @throws KernelException invalid, when the current password is wrong or the new one is none
     */
    public TokenPair change(String userId, String current, String wanted, Client client) {
        User user = users.byId(userId).orElseThrow(SignIn::unknown);
        require(user, wanted);
        signIn.confirm(user, "current_password", current, client);
        if (wanted.equals(current)) {
            throw new KernelException(
                    ErrorCode.INVALID,
                    "The new password is the old one.",
                    List.of(new FieldError("new_password", "must not be the current one")));
        }
        String hash = passwords.hash(wanted);
        return db.inTransaction(() -> {
            if (!users.replacePassword(user, hash)) {
                throw new KernelException(
                        ErrorCode.CONFLICT, "The password was changed at the same time. Try again with that one.");
            }
            endAll(user);
            return sessions.begin(users.byId(user.id()).orElseThrow(SignIn::unknown), client);
        });
    }

    private void require(User user, String wanted) {
        passwords.require(
                "new_password",
                wanted,
                Stream.concat(Stream.of(user.email()), user.username().stream()).toList());
    }

    private void endAll(User user) {
        tokens.drop(Purpose.RESET, user.id());
        sessions.endAll(user.id());
    }

    /** Sends a token to the address of the account, if there is one; never says whether. For after the answer. */
    public void forgot(String email) {
        users.byEmail(email)
                .filter(User::active)
                .filter(user -> !tokens.isRecent(Purpose.RESET, user.id(), BETWEEN_MAILS))
                .ifPresent(user -> {
                    Holder holder = new Holder(user.id(), Identifiers.emailKey(user.email()));
                    String token = tokens.issue(Purpose.RESET, holder, settings.resetTokenLifetime());
                    mail.accept(Letters.reset(user, settings.resetUrl(), token, settings.resetTokenLifetime()));
                });
    }

    /**
     * Sets a new password for who got the mail, and ends every login. The address is theirs, that is proven now; when it
     * was not before, nothing stays by which somebody else could have kept a way into the account.
     *
     * @throws KernelException invalid, when the token is no good or the password is none
     */
    public void reset(String token, String wanted) {
        User user = holder(token);
        require(user, wanted);
        String hash = passwords.hash(wanted);
        db.inTransaction(() -> {
            boolean active = users.locked(user.id()).filter(User::active).isPresent();
            if (!active || !tokens.take(Purpose.RESET, token)) {
                throw SignUp.refused("token");
            }
            users.changePassword(user.id(), hash);
            endAll(user);
            if (!user.emailVerified()) {
                users.reclaim(user.id());
            }
        });
        signIn.forgive(user);
    }

    /** Whose token it is; not if the account has another address by now. */
    private User holder(String token) {
        Holder holder = tokens.find(Purpose.RESET, token).orElseThrow(() -> SignUp.refused("token"));
        return users.byId(holder.userId())
                .filter(User::active)
                .filter(user -> Identifiers.knownEmail(user.email())
                        .filter(holder.detail()::equals)
                        .isPresent())
                .orElseThrow(() -> SignUp.refused("token"));
    }
}
