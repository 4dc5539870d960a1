package io.appkernel.apikeys;

import java.util.Optional;
import java.util.Set;

/**
 * A key to be made. Immutable.
 *
 * @param userId whose it will be; for admins
 * @param expiresInDays empty for a key that is good until it is revoked
 */
public record NewApiKey(
        String name,
        Set<String> scopes,
        Optional<Integer> expiresInDays,
        Optional<String> workspaceId,
        Optional<String> userId) {
    public NewApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** A key of the caller's own that does not expire. */
    public static NewApiKey of(String name, String... scopes) {
        return new NewApiKey(name, Set.of(scopes), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public NewApiKey expiringIn(int days) {
        return new NewApiKey(name, scopes, Optional.of(days), workspaceId, userId);
    }

    public NewApiKey in(String workspace) {
        return new NewApiKey(name, scopes, expiresInDays, Optional.of(workspace), userId);
    }

    public NewApiKey ownedBy(String user) {
        return new NewApiKey(name, scopes, expiresInDays, workspaceId, Optional.of(user));
    }
}
