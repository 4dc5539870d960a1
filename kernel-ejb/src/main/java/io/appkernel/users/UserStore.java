package io.appkernel.users;

import io.appkernel.errors.KernelException;
import java.util.Optional;

/**
 * Where accounts are kept. A CDI bean of the app that implements this takes the place of the kernel's own, the table
 * {@code kernel_users}. Usernames and addresses arrive in the form that {@code Identifiers} gives them, by which they are
 * compared. Thread-safe. Calls may be inside a transaction and must then share it.
 */
public interface UserStore {
    Optional<User> byId(String id);

    /** The account of this username, compared without regard to case. */
    Optional<User> byUsername(String username);

    /** The account of this address, compared without regard to case. */
    Optional<User> byEmail(String email);

    /**
     * Makes an account; of several that ask for the same username or address at once, one gets it.
     *
     * @throws KernelException a conflict, when username or address are taken
     */
    User create(NewUser user);

    void changePassword(String id, String passwordHash);
}
