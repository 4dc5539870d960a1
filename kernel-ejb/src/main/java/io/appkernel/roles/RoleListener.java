package io.appkernel.roles;

/** Wants to know when the roles of a user have changed; a bean of any feature. */
public interface RoleListener {
    /**
     * Other roles are held everywhere from now on. Within the transaction that changes them: what this does to the
     * database is done with it or not at all, and what it throws undoes the change.
     */
    void rolesChanged(String userId);
}
