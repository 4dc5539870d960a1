package io.appkernel.time;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the deployment's clock; a pseudo-scope, because containers cannot proxy a class of {@code java.time}. */
@Dependent
class SystemClock {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
