package io.appkernel.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes: each is a small Java program that stands in for a server. */
@Timeout(60)
class StartupTest {
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private @Nullable RunningServer server;

    @AfterEach
    void stop() throws InterruptedException {
        if (server != null) {
            server.stop(Duration.ofSeconds(5));
        }
    }

    @Test
    void isOverWhenTheApplicationIsReady() throws Exception {
        assertThat(startup("deployed", () -> new Probe.Answer(200, "")).await()).isEmpty();
    }

    @Test
    void failsWhenTheServerEnds() throws Exception {
        Startup startup = startup("ends", () -> new Probe.Answer(0, ""));

        assertThatThrownBy(startup::await).isInstanceOf(LaunchFailure.class).hasMessageContaining("exit code 3");
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("cannot go on");
    }

    @Test
    void failsWhenTheDeploymentFailedEvenIfTheServerThenCallsItselfReady() throws Exception {
        Startup startup = startup("failed", () -> new Probe.Answer(0, ""));

        assertThatThrownBy(startup::await).hasMessageContaining("not deployed");
    }

    @Test
    void saysSoWhenTheApplicationIsDeployedButNotReady() throws Exception {
        Startup startup = startup("deployed", () -> {
            now.updateAndGet(instant -> instant.plusSeconds(5));
            return new Probe.Answer(503, "{\"status\":\"DOWN\"}");
        });

        assertThat(startup.await())
                .hasValueSatisfying(
                        note -> assertThat(note).contains("NOT READY").contains("{\"status\":\"DOWN\"}"));
    }

    @Test
    void acceptsAnApplicationWithoutAReadinessRoute() throws Exception {
        assertThat(startup("deployed", () -> new Probe.Answer(404, "")).await()).isPresent();
    }

    @Test
    void givesUpOnAServerThatNeverComesUp() throws Exception {
        Startup startup = startup("silent", () -> {
            now.updateAndGet(instant -> instant.plusSeconds(60));
            return new Probe.Answer(0, "");
        });

        assertThatThrownBy(startup::await).hasMessageContaining("not up after 5 minutes");
    }

    @Test
    void killsAServerThatDoesNotStop() throws Exception {
        startup("stubborn", () -> new Probe.Answer(200, "")).await();

        assertThat(server.stop(Duration.ofMillis(300))).isFalse();
        assertThat(server.ended(Duration.ZERO)).isTrue();
    }

    @Test
    void hearsTheServerOutWhileItStops() throws Exception {
        startup("deployed", () -> new Probe.Answer(200, "")).await();

        assertThat(server.stop(Duration.ofSeconds(20))).isTrue();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("bye");
    }

    private Startup startup(String behaviour, Supplier<Probe.Answer> readiness) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeServer.class.getName(),
                behaviour);
        server = RunningServer.start(command, StartupTest::read, new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Startup(server, onceItTalks(behaviour, readiness), (InstantSource) now::get, Duration.ofMillis(20));
    }

    /** Readiness counts from the first word of the fake server, which takes its time to start its JVM. */
    private Supplier<Probe.Answer> onceItTalks(String behaviour, Supplier<Probe.Answer> readiness) {
        return () -> behaviour.equals("silent") || server.sign() != Server.Sign.NONE
                ? readiness.get()
                : new Probe.Answer(0, "");
    }

    private static Server.Sign read(String line) {
        return switch (line) {
            case "DEPLOYED" -> Server.Sign.DEPLOYED;
            case "FAILED" -> Server.Sign.FAILED;
            default -> Server.Sign.NONE;
        };
    }
}
