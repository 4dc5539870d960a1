package io.appkernel.keyring;

import io.appkernel.settings.Alias;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/**
 * The one secret that everything else is derived from.
 *
 * @param tokenSecret the same on every instance; outside prod one is made and kept in the data directory when it is unset
 */
@Dependent
@Settings("kernel.auth")
public record KeyringSettings(@Alias("JWT_SECRET") Optional<SecretText> tokenSecret) {}
