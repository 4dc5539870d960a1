package io.appkernel.migrations;

import io.appkernel.db.Database;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.schema.SchemaSettings;
import io.appkernel.settings.NodeSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

@Dependent
class MigrationsProducer {
    @Inject
    @Any
    Instance<BeforeMigration> hooks;

    @Produces
    @Singleton
    Migrations migrations(
            Database database, SchemaSettings settings, NodeSettings node, Clock clock, KernelLog log, Json json) {
        return new Migrations(
                database,
                settings,
                node,
                clock,
                log.named(Migrations.class.getName()),
                json,
                hooks.stream().toList());
    }
}
