package io.appkernel.users;

import io.appkernel.db.Db;
import io.appkernel.migrations.Migrations;
import io.appkernel.migrations.Turn;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Makes what is injected, once: over the app's store, or over the kernel's own. */
@Dependent
class UsersProducer {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Produces
    @Singleton
    Users users(
            UserStoreFinder finder,
            BeanManager beans,
            EntityStore<KernelUser> rows,
            Db db,
            Migrations migrations,
            Instance<AccountListener> listeners) {
        UserStore store = finder.found().map(own -> own.get(beans)).orElseGet(() -> new KernelUserStore(rows));
        return new Users(store, db, work -> migrations.alone(Turn.ACCOUNTS, PATIENCE, work), listeners::stream);
    }
}
