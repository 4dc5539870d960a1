package io.appkernel.apikeys;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;

/**
 * How many keys there may be.
 *
 * @param maxApiKeys how many a user may have at a time
 * @param apiKeyRotationGrace how long the old secret stays good when a key is rotated and its owner does not say
 */
@Dependent
@Settings("kernel.auth")
public record ApiKeySettings(
        @Default("100") int maxApiKeys, @Default("0s") Duration apiKeyRotationGrace) {
    /** The longest an old secret may stay good. */
    public static final Duration LONGEST_GRACE = Duration.ofDays(7);

    public ApiKeySettings {
        if (maxApiKeys < 1) {
            throw new IllegalArgumentException("max-api-keys must be 1 or more");
        }
        if (apiKeyRotationGrace.isNegative() || apiKeyRotationGrace.compareTo(LONGEST_GRACE) > 0) {
            throw new IllegalArgumentException("api-key-rotation-grace must be from 0s to 7d");
        }
    }
}
