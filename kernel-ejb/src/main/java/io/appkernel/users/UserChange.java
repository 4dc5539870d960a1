package io.appkernel.users;

import java.util.Optional;

/** What an administrator changes about an account; what is empty stays as it is. Immutable. */
public record UserChange(
        Optional<String> role, Optional<Boolean> active, Optional<String> name, Optional<Boolean> emailVerified) {
    public static UserChange none() {
        return new UserChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public UserChange withRole(String given) {
        return new UserChange(Optional.of(given), active, name, emailVerified);
    }

    public UserChange withActive(boolean given) {
        return new UserChange(role, Optional.of(given), name, emailVerified);
    }
}
