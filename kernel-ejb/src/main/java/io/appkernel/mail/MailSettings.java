package io.appkernel.mail;

import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/**
 * The SMTP server that takes the application's mail; none is sent while no host is set.
 *
 * @param useTls whether the connection is encrypted; only for a server on this machine should it not be
 * @param from the sender, as {@code Name <address>} or an address
 */
@Dependent
@Settings("kernel.mail")
public record MailSettings(
        @Alias("SMTP_HOST") Optional<String> host,
        @Default("587") @Alias("SMTP_PORT") int port,
        @Alias("SMTP_USER") Optional<String> user,
        @Alias("SMTP_PASSWORD") Optional<SecretText> password,
        @Default("true") @Alias("SMTP_USE_TLS") boolean useTls,
        @Alias("EMAIL_FROM") Optional<String> from,
        @Alias("EMAIL_REPLY_TO") Optional<String> replyTo) {
    private static final int HIGHEST_PORT = 65_535;

    public MailSettings {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port must be from 1 to " + HIGHEST_PORT);
        }
        requireAddress("from", from);
        requireAddress("reply-to", replyTo);
    }

    private static void requireAddress(String component, Optional<String> address) {
        if (address.isPresent() && !address.get().matches("[^\\p{Cntrl}]*[^\\s@]@[^\\s@][^\\p{Cntrl}]*")) {
            throw new IllegalArgumentException(component + " must be an address, or Name <address>");
        }
    }
}
