package io.appkernel.users;

import java.util.Optional;

/** The accounts of the deployment, wherever they are kept. To inject. Thread-safe. */
public final class Users {
    private final UserStore store;

    /** Accounts that this store keeps. */
    public Users(UserStore store) {
        this.store = store;
    }

    public Optional<User> byId(String id) {
        return store.byId(id);
    }
}
