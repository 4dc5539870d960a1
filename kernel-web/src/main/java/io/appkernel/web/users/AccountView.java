package io.appkernel.web.users;

import io.appkernel.users.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param hasPassword whether somebody can log in to it with a password
 */
public record AccountView(
        String id,
        @Nullable String username,
        String email,
        @Nullable String name,
        String role,
        boolean active,
        boolean emailVerified,
        boolean hasPassword,
        Instant createdAt) {
    static AccountView from(User user) {
        return new AccountView(
                user.id(),
                user.username().orElse(null),
                user.email(),
                user.name().orElse(null),
                user.role(),
                user.active(),
                user.emailVerified(),
                user.passwordHash().isPresent(),
                user.createdAt());
    }
}
