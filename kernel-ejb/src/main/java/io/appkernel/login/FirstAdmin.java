package io.appkernel.login;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.operator.OperatorSettings;
import io.appkernel.passwords.Passwords;
import io.appkernel.settings.Environment;
import io.appkernel.settings.FeatureSettings;
import io.appkernel.settings.NodeSettings;
import io.appkernel.settings.SecretText;
import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.Users;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;

/**
 * Sees to it that somebody can administer a new deployment: outside prod an account whose password stands in the data
 * directory; in prod, where there is no operator token either, a token in the log that makes the first administrator.
 */
@Dependent
class FirstAdmin {
    /** Whose a setup token is. */
    static final String NOBODY = "";

    private static final Duration SETUP_LIFETIME = Duration.ofDays(1);

    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    OneTimeTokens tokens;

    @Inject
    Migrations migrations;

    @Inject
    DevAdminSettings admin;

    @Inject
    AuthSettings auth;

    @Inject
    OperatorSettings operator;

    @Inject
    FeatureSettings features;

    @Inject
    NodeSettings node;

    @Inject
    KernelLog log;

    /** After the app's own seeds, which may make one. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 600) KernelStarted event) {
        if (auth.mode() == AuthMode.LOCAL && features.auth()) {
            migrations.alone(this::makeIfMissing);
        }
    }

    private void makeIfMissing() {
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
        } else if (operator.operatorToken().isEmpty()) {
            String token =
                    tokens.issue(OneTimeTokens.Purpose.SETUP, new OneTimeTokens.Holder(NOBODY, NOBODY), SETUP_LIFETIME);
            log.warn("there is no administrator: within a day, register one at " + node.apiPrefix()
                    + "/auth/register with the setup_token " + token);
        }
    }

    private void account() {
        if (users.byEmail(admin.email()).isPresent()) {
            log.warn("there is no administrator, and " + admin.email() + " has an account that is none");
            return;
        }
        String password = admin.password()
                .map(SecretText::reveal)
                .orElseGet(() -> new KeptPassword(node.dataDir().resolve("dev-admin-password")).read());
        users.create(NewUser.of(admin.email())
                .withRole(User.ADMIN)
                .withPasswordHash(passwords.hash(password))
                .verified());
        log.info("made the administrator " + admin.email() + "; the password "
                + (admin.password().isPresent()
                        ? "is that of kernel.dev-admin.password"
                        : "stands in " + node.dataDir().resolve("dev-admin-password")));
    }
}
