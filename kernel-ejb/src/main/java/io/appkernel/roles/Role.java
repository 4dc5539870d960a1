package io.appkernel.roles;

import java.util.Set;

/**
 * A role and what it allows. Immutable.
 *
 * @param builtin whether it always exists: {@code admin}, which allows everything, and {@code user}, which every account
 *     has that was given nothing else
 */
public record Role(String name, String description, Set<String> permissions, boolean builtin) {
    public Role {
        permissions = Set.copyOf(permissions);
    }
}
