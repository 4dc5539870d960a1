package io.appkernel.users;

import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the deployment, wherever they are kept. Addresses and usernames may be given as people write them. To
 * inject. Thread-safe.
 */
public final class Users {
    private final UserStore store;
    private final @Nullable Db db;
    private final Consumer<Runnable> alone;
    private final Supplier<Stream<AccountListener>> listeners;

    /** Accounts that this store keeps, and nobody is told of. */
    public Users(UserStore store) {
        this(store, null, Runnable::run, Stream::empty);
    }

    /**
     * Accounts that this store keeps.
     *
     * @param alone does something while no other instance does
     * @param listeners who is told of changes
     */
    Users(UserStore store, @Nullable Db db, Consumer<Runnable> alone, Supplier<Stream<AccountListener>> listeners) {
        this.store = store;
        this.db = db;
        this.alone = alone;
        this.listeners = listeners;
    }

    public Optional<User> byId(String id) {
        return Identifiers.canBeStored(id) ? store.byId(id) : Optional.empty();
    }

    /** Nobody for what is no username. */
    public Optional<User> byUsername(String username) {
        return Identifiers.knownUsername(username).flatMap(store::byUsername);
    }

    /**
     * Nobody for what is no address. Addresses that look alike may be compared as one: send mail to that of the account
     * that was found, never to the one that was asked for.
     */
    public Optional<User> byEmail(String email) {
        return Identifiers.knownEmail(email).flatMap(store::byEmail);
    }

    /** By username or, if there is an {@code @} in it, by address. */
    public Optional<User> byIdentifier(String usernameOrEmail) {
        return usernameOrEmail.indexOf('@') >= 0 || usernameOrEmail.indexOf('\uFF20') >= 0
                ? byEmail(usernameOrEmail)
                : byUsername(usernameOrEmail);
    }

    /**
     * Makes an account; one of those that ask for the same names at once gets it.
     *
     * @throws KernelException a conflict when the address or username is taken; invalid when it is none
     */
    public User create(NewUser user) {
        NewUser clean = new NewUser(
                user.username().map(Identifiers::username),
                user.email().isBlank() ? "" : Identifiers.email(user.email()),
                user.name().map(Identifiers::name).filter(name -> !name.isEmpty()),
                user.role(),
                user.emailVerified(),
                user.passwordHash());
        return together(() -> {
            User made = store.create(clean);
            listeners.get().forEach(listener -> listener.created(made));
            return made;
        });
    }

    public void changePassword(String id, String passwordHash) {
        store.changePassword(id, passwordHash);
    }

    /**
     * The account as it is now, and nobody changes its password, role or activity before the caller's transaction ends,
     * as far as the store can do that.
     */
    public Optional<User> locked(String id) {
        return Identifiers.canBeStored(id) ? store.locked(id) : Optional.empty();
    }

    /** Whether {@link #locked} keeps others from changing the account: the kernel's own store does, an app's may not. */
    public boolean locks() {
        return store.locks();
    }

    /** Sets another password unless somebody has done so since this user was read; false when somebody has. */
    public boolean replacePassword(User user, String passwordHash) {
        return together(() -> store.replacePassword(user.id(), user.passwordHash(), passwordHash));
    }

    public void markEmailVerified(String id) {
        store.markEmailVerified(id);
    }

    /**
     * The same, where it need not be who registered with the address that has proven it: tells everybody who keeps ways
     * into the account, so that none remains of who had it before.
     */
    public void reclaim(String id) {
        together(() -> {
            store.markEmailVerified(id);
            User user = store.byId(id).orElseThrow(Users::unknown);
            listeners.get().forEach(listener -> listener.reclaimed(user));
            return user;
        });
    }

    /**
     * Changes an account and tells everybody whom it concerns: a change of role or activity holds at once. Not from
     * within a transaction, for it waits until no other instance does the same.
     *
     * @throws KernelException a conflict, when no active administrator would remain; unavailable, when another instance
     *     is at it for too long
     */
    public User change(String id, UserChange change) {
        if (!weakens(change)) {
            return changed(id, change);
        }
        User[] answer = new User[1];
        alone.accept(() -> answer[0] = changed(id, change));
        return answer[0];
    }

    private static boolean weakens(UserChange change) {
        return change.role().filter(role -> !role.equals(User.ADMIN)).isPresent()
                || change.active().filter(active -> !active).isPresent();
    }

    private User changed(String id, UserChange change) {
        return together(() -> {
            User before = byId(id).orElseThrow(Users::unknown);
            if (weakens(change) && before.isAdmin() && before.active() && isLastAdmin(id)) {
                throw new KernelException(
                        ErrorCode.CONFLICT, "This is the last active administrator. Make somebody else one first.");
            }
            User after = store.change(id, clean(change));
            listeners.get().forEach(listener -> listener.changed(before, after));
            return after;
        });
    }

    private static UserChange clean(UserChange change) {
        return new UserChange(
                change.role(), change.active(), change.name().map(Identifiers::name), change.emailVerified());
    }

    private boolean isLastAdmin(String id) {
        return store.activeAdmins().stream().allMatch(id::equals);
    }

    /** Whether anybody administers this deployment. */
    public boolean hasAdmin() {
        return !store.activeAdmins().isEmpty();
    }

    /** How many accounts have this role, active or not. */
    public long withRole(String role) {
        return store.withRole(role);
    }

    /** Those whose address, username or name contains the text, all for an empty one; the newest first. */
    public UserPage page(String search, int limit, int offset) {
        return Identifiers.canBeStored(search) ? store.page(search, limit, offset) : new UserPage(List.of(), 0);
    }

    private <T> T together(Supplier<T> work) {
        return db == null ? work.get() : db.inTransaction(work::get);
    }

    /** There is no account of the id that was asked for. */
    static KernelException unknown() {
        return new KernelException(ErrorCode.NOT_FOUND, "There is no such user.");
    }
}
