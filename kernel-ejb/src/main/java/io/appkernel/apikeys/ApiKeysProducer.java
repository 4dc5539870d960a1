package io.appkernel.apikeys;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.roles.Roles;
import io.appkernel.signals.Signals;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the one bean. */
@Dependent
class ApiKeysProducer {
    @Produces
    @Singleton
    ApiKeys keys(
            Database database, Db db, Roles roles, Signals signals, Json json, ApiKeySettings settings, Clock clock) {
        return new ApiKeys(database, db, roles, signals, json, settings, clock);
    }
}
