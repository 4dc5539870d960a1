package io.appkernel.telemetry;

import io.appkernel.db.DatabaseUrl;
import io.appkernel.settings.Alias;
import io.appkernel.settings.Default;
import io.appkernel.settings.SecretText;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;

/**
 * Where audit, usage and request metrics are kept.
 *
 * @param databaseUrl the admin database, in the forms of {@code kernel.database.url}; the application's own when unset
 * @param workerEmbedded whether every node drains the events, or only worker nodes
 */
@Dependent
@Settings("kernel.telemetry")
public record TelemetrySettings(
        @Alias("ADMIN_DB_URL") Optional<SecretText> databaseUrl,
        @Default("true") @Alias("ADMIN_WORKER_EMBEDDED") boolean workerEmbedded) {
    public TelemetrySettings {
        databaseUrl.ifPresent(text -> DatabaseUrl.parse("database-url", text));
    }
}
