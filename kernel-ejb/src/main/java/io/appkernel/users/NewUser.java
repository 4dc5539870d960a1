package io.appkernel.users;

import java.util.Optional;

/** An account to be made. Immutable. */
public record NewUser(
        Optional<String> username,
        String email,
        Optional<String> name,
        String role,
        boolean emailVerified,
        Optional<String> passwordHash) {
    /** An ordinary account without a password, for who signs in by other means. */
    public static NewUser of(String email) {
        return new NewUser(Optional.empty(), email, Optional.empty(), User.ROLE, false, Optional.empty());
    }

    public NewUser withUsername(Optional<String> given) {
        return new NewUser(given, email, name, role, emailVerified, passwordHash);
    }

    public NewUser withName(Optional<String> given) {
        return new NewUser(username, email, given, role, emailVerified, passwordHash);
    }

    public NewUser withRole(String given) {
        return new NewUser(username, email, name, given, emailVerified, passwordHash);
    }

    public NewUser withPasswordHash(String given) {
        return new NewUser(username, email, name, role, emailVerified, Optional.of(given));
    }

    public NewUser verified() {
        return new NewUser(username, email, name, role, true, passwordHash);
    }

    /** Without the hash, which no log has to know. */
    @Override
    public String toString() {
        return "NewUser[" + role + "]";
    }
}
