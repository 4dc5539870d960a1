package io.appkernel.users;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.util.Optional;
import java.util.Set;

/**
 * Where accounts are kept. A CDI bean of the app that implements this, in whichever archive, takes the place of the
 * kernel's own, the table {@code kernel_users}. Usernames and addresses to look for arrive as the keys that {@link
 * Identifiers} makes, by which they are compared; those of a new account as they were given, so keep their keys too.
 * Thread-safe. Calls may be inside a transaction and must then share it.
 *
 * <p>Most of what has a default is for flows that a store need not take part in; until it does they are refused with that
 * reason. {@link #locked} and {@link #replacePassword} work as they are and close a last gap where the store can.
 */
public interface UserStore {
    Optional<User> byId(String id);

    /** The account whose username has this key. */
    Optional<User> byUsername(String username);

    /** The account whose address has this key. */
    Optional<User> byEmail(String email);

    /**
     * Makes an account; of several that ask for the same username or address at once, one gets it.
     *
     * @throws KernelException a conflict, when username or address are taken
     */
    User create(NewUser user);

    void changePassword(String id, String passwordHash);

    /**
     * The account as it is now, within a transaction, until whose end nobody else changes password, role or activity. By
     * default it is read and not locked.
     */
    default Optional<User> locked(String id) {
        return byId(id);
    }

    /**
     * Whether {@link #locked} keeps what it promises. By default not: then a login asks for its account again once it has
     * begun, and ends when that has changed.
     */
    default boolean locks() {
        return false;
    }

    /**
     * Sets another password while the one there has that hash; false when it has another by now. By default it asks
     * first; a store that can should compare and set at once.
     */
    default boolean replacePassword(String id, Optional<String> before, String passwordHash) {
        boolean same = byId(id).map(User::passwordHash).equals(Optional.of(before));
        if (same) {
            changePassword(id, passwordHash);
        }
        return same;
    }

    /** Notes that the address was proven to be theirs. */
    default void markEmailVerified(String id) {
        throw refused("note that an address was verified (UserStore.markEmailVerified)");
    }

    /**
     * Changes an account and answers how it is now.
     *
     * @throws KernelException not found, when there is none of this id
     */
    default User change(String id, UserChange change) {
        throw refused("change accounts (UserStore.change)");
    }

    /** Those whose address, username or name contains the text, all for an empty one; the newest first. */
    default UserPage page(String search, int limit, int offset) {
        throw refused("list accounts (UserStore.page)");
    }

    /**
     * How many accounts have this role, active or not; a role that accounts have is not removed. By default none, for a
     * store that gives its accounts roles of other names.
     */
    default long withRole(String role) {
        return 0;
    }

    /** The ids of all active accounts with the role admin. */
    default Set<String> activeAdmins() {
        throw refused("tell who its administrators are (UserStore.activeAdmins)");
    }

    private static KernelException refused(String what) {
        return new KernelException(
                ErrorCode.FORBIDDEN,
                "This application keeps its accounts itself, and its store does not " + what + ".");
    }
}
