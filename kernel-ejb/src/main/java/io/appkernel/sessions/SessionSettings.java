package io.appkernel.sessions;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;

/**
 * How long logins last.
 *
 * @param refreshTokenLifetime how long a login lasts without being used
 * @param refreshGrace how long a refresh token still answers after it was used, for a client that refreshes several
 *     times at once or lost the answer
 * @param maxSessions how many logins a user may have; the one unused for longest ends first
 */
@Dependent
@Settings("kernel.auth")
public record SessionSettings(
        @Default("30d") Duration refreshTokenLifetime,
        @Default("10s") Duration refreshGrace,
        @Default("100") int maxSessions) {
    public SessionSettings {
        if (refreshTokenLifetime.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("refresh-token-lifetime must be a minute or more, for example 30d");
        }
        if (refreshGrace.isNegative() || refreshGrace.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("refresh-grace must be from 0s to 1m");
        }
        if (maxSessions < 1) {
            throw new IllegalArgumentException("max-sessions must be 1 or more");
        }
    }
}
