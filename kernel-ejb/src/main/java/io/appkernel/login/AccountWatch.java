package io.appkernel.login;

import io.appkernel.sessions.Sessions;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Lets what an administrator says of an account hold at once for its logins. */
@ApplicationScoped
class AccountWatch implements AccountListener {
    @Inject
    private Sessions sessions;

    @Override
    public void changed(User before, User after) {
        if (before.active() && !after.active()) {
            sessions.endAll(after.id());
        } else if (!before.role().equals(after.role())) {
            sessions.outdate(after.id());
        }
    }
}
