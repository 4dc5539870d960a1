package io.appkernel.users;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what is injected, once. */
@Dependent
class UsersProducer {
    @Produces
    @Singleton
    Users users(UserStore store) {
        return new Users(store);
    }
}
