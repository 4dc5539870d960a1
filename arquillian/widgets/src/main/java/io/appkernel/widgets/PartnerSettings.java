package io.appkernel.widgets;

import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/**
 * The partner whose customers log in here with the partner's own tokens; nobody does while there is no key.
 *
 * @param key what the partner signs with
 */
@Dependent
@Settings("widgets.partner")
public record PartnerSettings(Optional<SecretText> key) {}
