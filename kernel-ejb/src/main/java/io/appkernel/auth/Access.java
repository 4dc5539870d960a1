package io.appkernel.auth;

import java.util.List;
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

    /** Those who pass {@code who}, {@link SignedIn} or {@link AnyRole}, and meet every requirement. */
    record Requiring(Access who, List<Requirement> requirements) implements Access {
        public Requiring {
            requirements = List.copyOf(requirements);
        }
    }
}
