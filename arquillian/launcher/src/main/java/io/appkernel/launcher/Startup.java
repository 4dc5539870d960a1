package io.appkernel.launcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides from the server's own words and from {@code /readyz} when the start is over, and how it went. */
final class Startup {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** How long a deployed application may answer that it is not ready, or not at all. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final RunningServer server;
    private final Supplier<Probe.Answer> readiness;
    private final InstantSource clock;
    private final Duration interval;

    Startup(RunningServer server, Supplier<Probe.Answer> readiness, InstantSource clock, Duration interval) {
        this.server = server;
        this.readiness = readiness;
        this.clock = clock;
        this.interval = interval;
    }

    /**
     * Waits for the end of the start. Returns what the person should know beyond "it is up", empty when all is well;
     * fails when there is no application to use.
     */
    Optional<String> await() throws InterruptedException {
        var begin = clock.instant();
        var deployed = begin;
        while (true) {
            if (server.ended(interval)) {
                throw new LaunchFailure("The server ended while it was starting (exit code " + server.exitCode()
                        + "). Its last lines above say why.");
            }
            if (server.sign() == Server.Sign.FAILED) {
                throw new LaunchFailure("The application was not deployed. The server's lines above say why.");
            }
            Probe.Answer answer = readiness.get();
            if (answer.status() == 200) {
                return Optional.empty();
            }
            var now = clock.instant();
            if (server.sign() != Server.Sign.DEPLOYED) {
                deployed = now;
            } else if (answer.status() == 404) {
                return Optional.of("it has no /readyz, so whether it is ready is unknown");
            } else if (Duration.between(deployed, now).compareTo(GRACE) > 0) {
                return Optional.of("NOT READY, /readyz answers " + answer.status() + " " + answer.body());
            }
            if (Duration.between(begin, now).compareTo(LIMIT) > 0) {
                throw new LaunchFailure("The server was not up after " + LIMIT.toMinutes() + " minutes.");
            }
        }
    }
}
