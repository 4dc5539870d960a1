package io.appkernel.passwords;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what is injected, once. */
@Dependent
class PasswordsProducer {
    @Produces
    @Singleton
    Passwords passwords(PasswordSettings settings) {
        return new Passwords(settings, Runtime.getRuntime().availableProcessors());
    }
}
