package io.appkernel.apikeys;

import io.appkernel.users.AccountListener;
import io.appkernel.users.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Ends the keys that somebody else may have left at an account which its owner has claimed. */
@ApplicationScoped
class KeysOfReclaimed implements AccountListener {
    private final Supplier<ApiKeys> keys;

    /** The container's proxy. */
    KeysOfReclaimed() {
        this.keys = () -> {
            throw new IllegalStateException("A proxy has no keys");
        };
    }

    @Inject
    KeysOfReclaimed(Instance<ApiKeys> keys) {
        this.keys = keys::get;
    }

    @Override
    public void reclaimed(User user) {
        keys.get().revokeAll(user.id());
    }
}
