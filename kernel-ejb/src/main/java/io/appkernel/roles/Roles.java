package io.appkernel.roles;

import io.appkernel.users.User;
import java.util.Set;

/** Which roles a user holds and what they allow. To inject. Thread-safe. */
public final class Roles {
    /** Everything. */
    public static final String ALL = "*";

    /** Every role that the user holds everywhere: that of the account and those assigned without a resource. */
    public Set<String> of(User user) {
        return Set.of(user.role());
    }

    /** What these roles allow together, as scopes; {@link #ALL} stands for everything. Quick: nothing is asked. */
    public Set<String> scopes(Set<String> roles) {
        return roles.contains(User.ADMIN) ? Set.of(ALL) : Set.of();
    }
}
