package io.appkernel.login;

import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/**
 * The administrator that is there from the first start outside prod.
 *
 * @param password made, and kept in the data directory as {@code dev-admin-password}, when it is unset
 */
@Dependent
@Settings("kernel.dev-admin")
public record DevAdminSettings(@Default("admin@example.com") String email, Optional<SecretText> password) {}
