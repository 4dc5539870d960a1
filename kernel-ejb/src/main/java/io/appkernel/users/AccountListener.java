package io.appkernel.users;

/**
 * A bean of the kernel that is told when an account was made or changed through {@link Users}, within the same
 * transaction: what it throws undoes the change.
 */
public interface AccountListener {
    default void created(User user) {}

    default void changed(User before, User after) {}
}
