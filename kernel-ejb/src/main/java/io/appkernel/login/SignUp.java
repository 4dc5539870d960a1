package io.appkernel.login;

import io.appkernel.auth.AuthSettings;
import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import io.appkernel.login.OneTimeTokens.Holder;
import io.appkernel.login.OneTimeTokens.Purpose;
import io.appkernel.mail.Mail;
import io.appkernel.passwords.Passwords;
import io.appkernel.users.Identifiers;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Registering, and proving that an address is one's own. To inject; takes the time of a hash. Thread-safe. */
public final class SignUp {
    private static final Duration BETWEEN_MAILS = Duration.ofMinutes(1);

    private final Users users;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final Consumer<Mail> mail;
    private final Db db;
    private final AuthSettings auth;
    private final LoginSettings settings;

    SignUp(
            Users users,
            Passwords passwords,
            OneTimeTokens tokens,
            Consumer<Mail> mail,
            Db db,
            AuthSettings auth,
            LoginSettings settings) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.mail = mail;
        this.db = db;
        this.auth = auth;
        this.settings = settings;
    }

    /** Who wants to register. {@code setupToken} makes the first administrator of a deployment. */
    public record Applicant(
            String email,
            Optional<String> username,
            String password,
            Optional<String> name,
            Optional<String> setupToken) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Applicant[]";
        }
    }

    /**
     * Makes the account and sends a token to its address.
     *
     * @throws KernelException forbidden, when nobody may register; invalid; a conflict, when the names are taken
     */
    public User register(Applicant applicant) {
        if (applicant.setupToken().isEmpty() && !auth.allowSignup()) {
            throw new KernelException(ErrorCode.FORBIDDEN, "Nobody can register here. Ask an administrator.");
        }
        String email = Identifiers.email(applicant.email());
        Optional<String> username = applicant.username().map(Identifiers::username);
        passwords.require(
                "password",
                applicant.password(),
                Stream.concat(Stream.of(email), username.stream()).toList());
        applicant.setupToken().ifPresent(this::requireSetup);
        NewUser wanted = NewUser.of(email)
                .withUsername(username)
                .withName(applicant.name())
                .withPasswordHash(passwords.hash(applicant.password()));
        User user = applicant.setupToken().isPresent()
                ? setUp(wanted.withRole(User.ADMIN), applicant.setupToken().get())
                : users.create(wanted);
        askToVerify(user);
        return user;
    }

    private void requireSetup(String token) {
        if (tokens.find(Purpose.SETUP, token).isEmpty()) {
            throw noSetupToken();
        }
    }

    private User setUp(NewUser wanted, String token) {
        return db.inTransaction(() -> {
            if (!tokens.take(Purpose.SETUP, token) || users.hasAdmin()) {
                throw noSetupToken();
            }
            User made = users.create(wanted);
            tokens.drop(Purpose.SETUP, FirstAdmin.NOBODY);
            return made;
        });
    }

    /** Sends a token to the address, unless it is proven or one was sent just now. */
    void askToVerify(User user) {
        if (user.email().isEmpty()
                || user.emailVerified()
                || tokens.isRecent(Purpose.VERIFY, user.id(), BETWEEN_MAILS)) {
            return;
        }
        Holder holder = new Holder(user.id(), Identifiers.emailKey(user.email()));
        String token = tokens.issue(Purpose.VERIFY, holder, settings.verifyTokenLifetime());
        mail.accept(Letters.verify(user, settings.verifyUrl(), token));
    }

    /**
     * Notes that somebody reads mail at the address of their account.
     *
     * @throws KernelException invalid, when the token is no good
     */
    public void verify(String token) {
        db.inTransaction(() -> {
            Holder holder = tokens.find(Purpose.VERIFY, token).orElseThrow(() -> refused("token"));
            User user = users.byId(holder.userId()).orElseThrow(() -> refused("token"));
            boolean same = Identifiers.knownEmail(user.email())
                    .filter(holder.detail()::equals)
                    .isPresent();
            if (!same || !tokens.take(Purpose.VERIFY, token)) {
                throw refused("token");
            }
            users.markEmailVerified(user.id());
        });
    }

    private static KernelException noSetupToken() {
        return new KernelException(
                ErrorCode.INVALID,
                "The setup token is not valid, was used, or is older than a day. In prod each start writes a new one to the"
                        + " log while there is neither an administrator nor kernel.operator-token.",
                List.of(new FieldError("setup_token", "is not valid, was used, or is older than a day")));
    }

    static KernelException refused(String field) {
        return new KernelException(
                ErrorCode.INVALID,
                "The token is not valid, was used, or has expired. Ask for another.",
                List.of(new FieldError(field, "is not valid, was used, or has expired")));
    }
}
