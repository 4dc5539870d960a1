package io.appkernel.web.auth;

import io.appkernel.auth.Caller;
import io.appkernel.users.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and what they may do.
 *
 * @param kind user, api_key or operator
 * @param scopes what the credential is limited to
 */
public record MeView(
        String id,
        @Nullable String username,
        String email,
        @Nullable String name,
        String role,
        List<String> roles,
        String kind,
        List<String> scopes,
        boolean isAdmin,
        @Nullable String workspaceId,
        boolean active,
        boolean emailVerified,
        @Nullable Instant createdAt) {
    /** The account is empty for who has none here: the operator, or somebody of another issuer. */
    static MeView from(Caller caller, Optional<User> account) {
        return new MeView(
                caller.id(),
                account.flatMap(User::username).orElse(null),
                account.map(User::email).orElse(caller.email()),
                account.flatMap(User::name).orElse(null),
                caller.role(),
                caller.roles().stream().sorted().toList(),
                caller.kind().name().toLowerCase(Locale.ROOT),
                caller.scopes().stream().sorted().toList(),
                caller.isAdmin(),
                caller.workspaceId().orElse(null),
                account.map(User::active).orElse(true),
                account.map(User::emailVerified).orElse(false),
                account.map(User::createdAt).orElse(null));
    }
}
