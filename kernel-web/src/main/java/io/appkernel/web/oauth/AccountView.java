package io.appkernel.web.oauth;

import io.appkernel.oauth.OAuthAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account at a provider, by which its owner may log in. */
public record AccountView(
        String provider,
        String subject,
        @Nullable String email,
        @Nullable String name,
        Instant createdAt,
        Instant lastLoginAt) {
    static AccountView from(OAuthAccount account) {
        return new AccountView(
                account.provider(),
                account.subject(),
                account.email().orElse(null),
                account.name().orElse(null),
                account.createdAt(),
                account.lastLoginAt());
    }
}
