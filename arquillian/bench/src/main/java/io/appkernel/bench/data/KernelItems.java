package io.appkernel.bench.data;

import io.appkernel.migrations.Schema;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What an app would inject. */
@Dependent
class KernelItems {
    @Inject
    EntityStore<KernelItem> store;

    @Inject
    Schema schema;

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }
}
