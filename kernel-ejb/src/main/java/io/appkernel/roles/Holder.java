package io.appkernel.roles;

import java.util.Optional;
import java.util.Set;

/**
 * An active account and what it holds now. Immutable.
 *
 * @param role that of the account
 * @param roles every role held everywhere, {@code role} among them
 */
public record Holder(String userId, String email, Optional<String> username, String role, Set<String> roles) {
    public Holder {
        roles = Set.copyOf(roles);
    }
}
