package io.appkernel.users;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Lets something happen once between two steps of a store, so that two who are at it at once meet where they must. */
public final class Stage {
    private static final Runnable NOTHING = () -> {};

    private final AtomicReference<Runnable> read = new AtomicReference<>(NOTHING);
    private final AtomicReference<Runnable> found = new AtomicReference<>(NOTHING);
    private final AtomicReference<Runnable> locked = new AtomicReference<>(NOTHING);
    private final AtomicReference<Runnable> newPassword = new AtomicReference<>(NOTHING);
    private final AtomicBoolean neverLocks = new AtomicBoolean();

    /** When the next account was found by its id. */
    public void onceRead(Runnable scene) {
        read.set(scene);
    }

    /** When the next account was found by its name. */
    public void onceFound(Runnable scene) {
        found.set(scene);
    }

    /** When the next account was locked. */
    public void onceLocked(Runnable scene) {
        locked.set(scene);
    }

    /** Before the next password is set. */
    public void onceBeforePassword(Runnable scene) {
        newPassword.set(scene);
    }

    /** As over a store of an app's own that cannot lock, or as the store says. */
    public void neverLocks(boolean never) {
        neverLocks.set(never);
    }

    public UserStore over(UserStore store) {
        return new Staged(store);
    }

    private static <T> T then(T answer, AtomicReference<Runnable> scene) {
        scene.getAndSet(NOTHING).run();
        return answer;
    }

    private final class Staged implements UserStore {
        private final UserStore store;

        Staged(UserStore store) {
            this.store = store;
        }

        @Override
        public Optional<User> byId(String id) {
            return then(store.byId(id), read);
        }

        @Override
        public Optional<User> byUsername(String username) {
            return then(store.byUsername(username), found);
        }

        @Override
        public Optional<User> byEmail(String email) {
            return then(store.byEmail(email), found);
        }

        @Override
        public User create(NewUser user) {
            return store.create(user);
        }

        @Override
        public void changePassword(String id, String passwordHash) {
            newPassword.getAndSet(NOTHING).run();
            store.changePassword(id, passwordHash);
        }

        @Override
        public Optional<User> locked(String id) {
            return then(neverLocks.get() ? store.byId(id) : store.locked(id), locked);
        }

        @Override
        public boolean locks() {
            return !neverLocks.get() && store.locks();
        }

        @Override
        public boolean replacePassword(String id, Optional<String> before, String passwordHash) {
            newPassword.getAndSet(NOTHING).run();
            return store.replacePassword(id, before, passwordHash);
        }

        @Override
        public void markEmailVerified(String id) {
            store.markEmailVerified(id);
        }

        @Override
        public User change(String id, UserChange change) {
            return store.change(id, change);
        }

        @Override
        public UserPage page(String search, int limit, int offset) {
            return store.page(search, limit, offset);
        }

        @Override
        public long withRole(String role) {
            return store.withRole(role);
        }

        @Override
        public Set<String> activeAdmins() {
            return store.activeAdmins();
        }
    }
}
