package io.appkernel.web.auth;

import io.appkernel.sessions.Session;
import java.time.Instant;

/**
 * A login on one device.
 *
 * @param usedAt when its tokens were last exchanged
 * @param current whether it is the one that asks
 */
public record SessionView(
        String id, Instant createdAt, Instant usedAt, Instant expiresAt, String ip, String userAgent, boolean current) {
    static SessionView from(Session session, String current) {
        return new SessionView(
                session.id(),
                session.createdAt(),
                session.usedAt(),
                session.expiresAt(),
                session.ip(),
                session.userAgent(),
                session.id().equals(current));
    }
}
