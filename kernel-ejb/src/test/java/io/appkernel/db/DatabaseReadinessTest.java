package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.breaker.Breaker;
import io.appkernel.health.HealthResponses;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DatabaseReadinessTest {
    private final List<Database> opened = new CopyOnWriteArrayList<>();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void answerWithoutAServer() {
        HealthCheckResponse.setResponseProvider(new HealthResponses());
    }

    @AfterAll
    static void leaveNothing() {
        HealthCheckResponse.setResponseProvider(null);
    }

    @AfterEach
    void close() {
        opened.forEach(Database::close);
    }

    private Database open(String text) {
        DatabaseSettings settings = DatabaseSettings.of(text);
        DatabaseUrl url = settings.database(Path.of("unused"));
        KernelLog log = KernelLog.to(lines::add);
        Database database = new Database(
                url.kind(),
                Pool.open(url, settings, "test", Optional.empty(), log),
                Optional.empty(),
                new Breaker(() -> 0),
                log);
        opened.add(database);
        return database;
    }

    @Test
    void aDatabaseThatAnswersIsReadyAndCounted() {
        Database database = open("jdbc:h2:mem:readiness");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new DatabaseView(database).measure(new Metrics(registry));

        HealthCheckResponse answer = new DatabaseReadiness(database).call();

        assertThat(answer.getName()).isEqualTo("database");
        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData().orElseThrow()).containsEntry("kind", "h2").containsEntry("breaker", "closed");
        assertThat(registry.get("database_pool_idle").gauge().value()).isPositive();
        assertThat(registry.get("database_pool_acquisition").functionTimer().count())
                .isPositive();
    }

    @Test
    void aDatabaseThatIsNotThereIsDownAndItsBreakerOpens() {
        Database database = open("postgres://somebody:hidden-word@127.0.0.1:1/nothing");
        DatabaseReadiness readiness = new DatabaseReadiness(database);

        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        for (int i = 1; i < Breaker.FAILURES; i++) {
            readiness.call();
        }
        HealthCheckResponse answer = readiness.call();

        assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
        assertThat(answer.getData().orElseThrow())
                .containsEntry("breaker", "open")
                .hasEntrySatisfying(
                        "reason", reason -> assertThat(reason).asString().contains("for a while"));
        assertThat(new DatabaseView(database).isBreakerOpen()).isTrue();
        assertThat(lines)
                .filteredOn(line -> line.contains("WARN") && line.contains("no connection"))
                .hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("turned away")).hasSize(1);
        assertThat(lines).noneMatch(line -> line.contains("hidden-word"));
    }
}
