package io.appkernel.roles;

import java.time.Instant;
import java.util.Optional;

/**
 * That a user holds a role apart from that of the account. Immutable.
 *
 * @param resource for what; empty for everywhere
 * @param expiresAt until when; empty for good
 */
public record Assignment(
        String id,
        String userId,
        String role,
        Optional<Resource> resource,
        Optional<Instant> expiresAt,
        Instant createdAt) {
    boolean holds(Instant now) {
        return expiresAt.map(now::isBefore).orElse(true);
    }
}
