package io.appkernel.auth;

import java.util.Set;

/** Who may call a route. */
public sealed interface Access {
    /** Anybody, signed in or not. */
    record Public() implements Access {}

    /** Nobody. */
    record Nobody() implements Access {}

    /** Every caller with a valid credential. */
    record SignedIn() implements Access {}

    /** Callers that hold at least one of the roles. */
    record AnyRole(Set<String> roles) implements Access {
        public AnyRole {
            roles = Set.copyOf(roles);
        }
    }
}
