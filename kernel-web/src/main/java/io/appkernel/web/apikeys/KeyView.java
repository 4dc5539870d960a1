package io.appkernel.web.apikeys;

import io.appkernel.apikeys.ApiKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret.
 *
 * @param prefix how the key begins
 * @param lastUsedAt to the minute
 */
public record KeyView(
        String id,
        String userId,
        String name,
        String prefix,
        List<String> scopes,
        @Nullable String workspaceId,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {
    static KeyView from(ApiKey key) {
        return new KeyView(
                key.id(),
                key.userId(),
                key.name(),
                key.prefix(),
                key.scopes().stream().sorted().toList(),
                key.workspaceId().orElse(null),
                key.createdAt(),
                key.expiresAt().orElse(null),
                key.lastUsedAt().orElse(null));
    }
}
