package io.appkernel.users;

/**
 * A bean of the kernel that is told when an account was made, changed or reclaimed through {@link Users}, within the same
 * transaction: what it throws undoes the change.
 */
public interface AccountListener {
    default void created(User user) {}

    default void changed(User before, User after) {}

    /**
     * Somebody has proven that the address is theirs, which nobody had before, and has set a password. Whoever held the
     * account until now may have been another: every way in that they could have left must go.
     */
    default void reclaimed(User user) {}
}
