package io.appkernel.oauth;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody's account at a provider, by which they may log in. Immutable.
 *
 * @param subject the provider's own id of them
 * @param email the address that the provider gave last, proven or not
 */
public record OAuthAccount(
        String provider,
        String subject,
        String userId,
        Optional<String> email,
        Optional<String> name,
        Instant createdAt,
        Instant lastLoginAt) {}
