package io.appkernel.roles;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.signals.Signals;
import io.appkernel.users.Users;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what is injected, once. */
@Dependent
class RolesProducer {
    @Produces
    @Singleton
    Roles roles(
            Database database,
            Db db,
            Users users,
            Instance<RoleListener> listeners,
            Signals signals,
            Json json,
            Clock clock) {
        return new Roles(database, db, users, listeners, signals, json, clock);
    }
}
