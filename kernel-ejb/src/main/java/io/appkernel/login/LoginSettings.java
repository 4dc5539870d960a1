package io.appkernel.login;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How people register, log in and come back when they forgot.
 *
 * @param requireVerifiedEmail whether somebody may log in only once the address was proven to be theirs
 * @param verifyTokenLifetime how long the token in the mail of a registration is good
 * @param resetTokenLifetime how long the token is good that lets somebody set a new password
 * @param verifyUrl the page that such a mail leads to, which gets {@code token=…}; without it the mail holds the token
 * @param resetUrl the same for a new password
 * @param lockAfter how many wrong passwords for one account from one address are forgiven
 * @param lockAfterAnywhere how many for one account from all addresses together; from where it was logged in to within a
 *     month only lock-after counts
 * @param lockFirst how long nobody can try after that; twice as long after each that follows
 * @param lockLongest how long at the most
 */
@Dependent
@Settings("kernel.auth")
public record LoginSettings(
        @Default("false") boolean requireVerifiedEmail,
        @Default("1d") Duration verifyTokenLifetime,
        @Default("1h") Duration resetTokenLifetime,
        Optional<URI> verifyUrl,
        Optional<URI> resetUrl,
        @Default("5") int lockAfter,
        @Default("50") int lockAfterAnywhere,
        @Default("30s") Duration lockFirst,
        @Default("15m") Duration lockLongest) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    public LoginSettings {
        atLeast("verify-token-lifetime", verifyTokenLifetime, MINUTE);
        atLeast("reset-token-lifetime", resetTokenLifetime, MINUTE);
        atLeast("lock-first", lockFirst, Duration.ofSeconds(1));
        atLeast("lock-longest", lockLongest, lockFirst);
        if (lockLongest.compareTo(Lockout.MEMORY) > 0) {
            throw new IllegalArgumentException("lock-longest must be an hour or less");
        }
        if (lockAfter < 1) {
            throw new IllegalArgumentException("lock-after must be 1 or more");
        }
        if (lockAfterAnywhere < lockAfter) {
            throw new IllegalArgumentException("lock-after-anywhere must not be less than lock-after");
        }
    }

    private static void atLeast(String name, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(name + " must be " + least.toSeconds() + "s or more");
        }
    }
}
