package io.appkernel.probe.bad;

import io.appkernel.users.NewUser;
import io.appkernel.users.User;
import io.appkernel.users.UserStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Accounts in two places. */
final class TwoStores {
    private TwoStores() {}

    /** One of them. */
    @ApplicationScoped
    public static class Here extends Nowhere {}

    /** The other. */
    @ApplicationScoped
    public static class There extends Nowhere {}

    /** No bean, for it is abstract. */
    abstract static class Nowhere implements UserStore {
        @Override
        public Optional<User> byId(String id) {
            return Optional.empty();
        }

        @Override
        public Optional<User> byUsername(String username) {
            return Optional.empty();
        }

        @Override
        public Optional<User> byEmail(String email) {
            return Optional.empty();
        }

        @Override
        public User create(NewUser user) {
            throw new IllegalStateException("An app with two stores does not start.");
        }

        @Override
        public void changePassword(String id, String passwordHash) {
            throw new IllegalStateException("An app with two stores does not start.");
        }
    }
}
