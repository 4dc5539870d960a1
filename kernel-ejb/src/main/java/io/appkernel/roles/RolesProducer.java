package io.appkernel.roles;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what is injected, once. */
@Dependent
class RolesProducer {
    @Produces
    @Singleton
    Roles roles() {
        return new Roles();
    }
}
