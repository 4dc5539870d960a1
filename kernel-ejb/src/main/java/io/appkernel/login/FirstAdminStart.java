package io.appkernel.login;

import io.appkernel.auth.AuthMode;
import io.appkernel.auth.AuthSettings;
import io.appkernel.auth.OperatorSettings;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.migrations.Migrations;
import io.appkernel.passwords.Passwords;
import io.appkernel.settings.FeatureSettings;
import io.appkernel.users.Users;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Makes the first administrator after the app's own seeds, which may make one. */
@Dependent
class FirstAdminStart {
    @Inject
    Users users;

    @Inject
    Passwords passwords;

    @Inject
    OneTimeTokens tokens;

    @Inject
    Migrations migrations;

    @Inject
    KernelLog log;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE + 600) KernelStarted event) {
        AuthMode mode = event.settings().get(AuthSettings.class).mode();
        if (mode != AuthMode.LOCAL
                || !event.settings().get(FeatureSettings.class).auth()) {
            return;
        }
        boolean operator =
                event.settings().get(OperatorSettings.class).operatorToken().isPresent();
        DevAdminSettings admin = event.settings().get(DevAdminSettings.class);
        FirstAdmin first = new FirstAdmin(
                users, passwords, tokens, admin, operator, event.settings().node(), log);
        migrations.alone(first::makeIfMissing);
    }
}
