package io.appkernel.login;

import io.appkernel.sessions.Sessions;
import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Lets what is said of an account hold at once for its logins. */
@ApplicationScoped
class AccountWatch implements AccountListener {
    private final Supplier<Sessions> sessions;
    private final Supplier<SecondFactor> secondFactor;

    /** The container's proxy. */
    AccountWatch() {
        this(
                () -> {
                    throw none();
                },
                () -> {
                    throw none();
                });
    }

    AccountWatch(Supplier<Sessions> sessions, Supplier<SecondFactor> secondFactor) {
        this.sessions = sessions;
        this.secondFactor = secondFactor;
    }

    @Inject
    AccountWatch(Instance<Sessions> sessions, Instance<SecondFactor> secondFactor) {
        this(sessions::get, secondFactor::get);
    }

    private static IllegalStateException none() {
        return new IllegalStateException("A proxy has no logins");
    }

    @Override
    public void changed(User before, User after) {
        if (before.active() && !after.active()) {
            sessions.get().endAll(after.id());
        } else if (!before.role().equals(after.role())) {
            sessions.get().outdate(after.id());
        }
    }

    @Override
    public void reclaimed(User user) {
        secondFactor.get().remove(user);
        sessions.get().endAll(user.id());
    }
}
