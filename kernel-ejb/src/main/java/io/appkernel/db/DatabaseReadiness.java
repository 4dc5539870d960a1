package io.appkernel.db;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database answers; what asks here also finds out that it does again. */
@Readiness
@Dependent
class DatabaseReadiness implements HealthCheck {
    private static final int SECONDS = 2;

    private final Database database;

    @Inject
    DatabaseReadiness(Database database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("database")
                .withData("kind", database.kind().name().toLowerCase(Locale.ROOT));
        try {
            boolean answers = database.answers(SECONDS);
            answer.status(answers);
            if (!answers) {
                answer.withData("reason", "a connection is open and nothing comes back on it");
            }
        } catch (NoConnection e) {
            answer.down().withData("reason", e.getMessage());
        } catch (SQLException e) {
            answer.down().withData("reason", "the connection broke while it was asked");
        }
        return answer.withData("breaker", database.breaker().isOpen() ? "open" : "closed")
                .build();
    }
}
