package io.appkernel.web;

import io.appkernel.users.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
public record UserView(
        String id,
        @Nullable String username,
        String email,
        @Nullable String name,
        String role,
        boolean active,
        boolean emailVerified,
        Instant createdAt) {
    public static UserView from(User user) {
        return new UserView(
                user.id(),
                user.username().orElse(null),
                user.email(),
                user.name().orElse(null),
                user.role(),
                user.active(),
                user.emailVerified(),
                user.createdAt());
    }
}
