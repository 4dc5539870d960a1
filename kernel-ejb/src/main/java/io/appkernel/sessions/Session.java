package io.appkernel.sessions;

import java.time.Instant;

/** A login that stands: on one device, from its first token until it ends. Immutable. */
public record Session(
        String id, String userId, Instant createdAt, Instant usedAt, Instant expiresAt, String ip, String userAgent) {}
