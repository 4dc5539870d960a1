package io.appkernel.login;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import io.appkernel.passwords.Passwords;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import java.time.Duration;

/**
 * Sees to it that somebody can administer a new deployment: outside prod an account whose password stands in the data
 * directory; in prod, where there is no operator token either, a token in the log that makes the first administrator.
 */
final class FirstAdmin {
    /** Whose a setup token is. */
    static final String NOBODY = "";

    private static final Duration SETUP_LIFETIME = Duration.ofDays(1);

    private final Users users;
    private final Passwords passwords;
    private final OneTimeTokens tokens;
    private final DevAdminSettings admin;
    private final boolean operator;
    private final NodeSettings node;
    private final KernelLog log;

    /** @param operator whether there is an operator token */
    FirstAdmin(
            Users users,
            Passwords passwords,
            OneTimeTokens tokens,
            DevAdminSettings admin,
            boolean operator,
            NodeSettings node,
            KernelLog log) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.admin = admin;
        this.operator = operator;
        this.node = node;
        this.log = log;
    }

    /** While no other instance does. */
    void makeIfMissing() {
        try {
            if (!users.hasAdmin()) {
                make();
            }
        } catch (KernelException e) {
            if (e.code() != ErrorCode.FORBIDDEN) {
                throw e;
            }
            log.info("whether there is an administrator is for the application's own user store to know");
        }
    }

    private void make() {
        if (node.environment() != Environment.PROD) {
            account();
        } else if (!operator) {
            OneTimeTokens.Holder nobody = new OneTimeTokens.Holder(NOBODY, NOBODY);
            String token = tokens.issue(OneTimeTokens.Purpose.SETUP, nobody, SETUP_LIFETIME);
            log.warn("there is no administrator: within a day, register one at " + node.apiPrefix()
                    + "/auth/register with the setup_token " + token);
        }
    }

    private void account() {
        if (users.byEmail(admin.email()).isPresent()) {
            log.warn("there is no administrator, and " + admin.email() + " has an account that is none");
            return;
        }
        KeptPassword kept = new KeptPassword(node.dataDir().resolve("dev-admin-password"));
        String password = admin.password().map(SecretText::reveal).orElseGet(kept::read);
        users.create(NewUser.of(admin.email())
                .withRole(User.ADMIN)
                .withPasswordHash(passwords.hash(password))
                .verified());
        log.info("made the administrator " + admin.email() + "; "
                + (admin.password().isPresent()
                        ? "kernel.dev-admin.password lets them in"
                        : kept.file() + " holds what lets them in"));
    }
}
