package io.appkernel.apikeys;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A key as its owner sees it, without its secret. Immutable.
 *
 * @param prefix how the key begins, to tell it from others
 * @param scopes what it is limited to; with none it opens only routes that ask for no scope
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        String id,
        String userId,
        String name,
        String prefix,
        Set<String> scopes,
        Optional<String> workspaceId,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt) {
    public ApiKey {
        scopes = Set.copyOf(scopes);
    }
}
