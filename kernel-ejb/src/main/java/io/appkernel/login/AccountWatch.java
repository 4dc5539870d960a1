package io.appkernel.login;

import io.appkernel.sessions.Sessions;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Lets what an administrator says of an account hold at once for its logins. */
@ApplicationScoped
class AccountWatch implements AccountListener {
    private final Supplier<Sessions> sessions;

    /** The container's proxy. */
    AccountWatch() {
        this(() -> {
            throw new IllegalStateException("A proxy has no logins");
        });
    }

    AccountWatch(Supplier<Sessions> sessions) {
        this.sessions = sessions;
    }

    @Inject
    AccountWatch(Instance<Sessions> sessions) {
        this(sessions::get);
    }

    @Override
    public void changed(User before, User after) {
        if (before.active() && !after.active()) {
            sessions.get().endAll(after.id());
        } else if (!before.role().equals(after.role())) {
            sessions.get().outdate(after.id());
        }
    }
}
