package io.appkernel.users;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who can sign in, as a {@link UserStore} knows them. Immutable.
 *
 * @param id the stable id, never reused
 * @param email the address as it was given; empty when there is none
 * @param role what the account itself may do; more is assigned apart from it
 * @param active whether the account may be used
 * @param emailVerified whether the address was proven to be theirs
 * @param passwordHash what their password was hashed to; empty for who signs in by other means only
 */
public record User(
        String id,
        Optional<String> username,
        String email,
        Optional<String> name,
        String role,
        boolean active,
        boolean emailVerified,
        Optional<String> passwordHash,
        Instant createdAt) {
    public static final String ROLE = "user";
    public static final String ADMIN = "admin";

    public boolean isAdmin() {
        return ADMIN.equals(role);
    }

    /** Without the hash, which no log has to know. */
    @Override
    public String toString() {
        return "User[" + id + ", " + role + (active ? "]" : ", inactive]");
    }
}
