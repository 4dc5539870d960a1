package io.appkernel.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a server with the application and stays with it until one of the two is told to end. */
public final class Launcher {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration INTERVAL = Duration.ofMillis(150);

    private final Options options;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Launcher(Options options, Map<String, String> environment, PrintStream out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
    }

    /** Runs until the server ends or the JVM is told to; any failure is an exception that says what to do. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        try {
            new Launcher(Options.parse(arguments), System.getenv(), System.out).run();
        } catch (LaunchFailure failure) {
            // On a line of its own: Maven repeats it, in the middle of its own words.
            System.out.printf("%n%s%n%n", failure.getMessage());
            throw failure;
        }
    }

    @SuppressWarnings("AddressSelection") // the IPv4 loopback and no other
    private void run() throws IOException, InterruptedException {
        Instant begin = Instant.now();
        requireFile(options.distribution(), "the server");
        requireFile(options.archive(), "the application");
        requireFile(options.agent(), "the launcher's jar");
        try (DataDirectory data = DataDirectory.open(options.data())) {
            Ports ports = new Ports(InetAddress.getByName("127.0.0.1"));
            int port = ports.required(options.port());
            ServerEnvironment settings = ServerEnvironment.of(environment, data.path());
            Server server = server(data, port, ports);
            RunningServer running = start(server, settings);
            Thread hook = new Thread(() -> stopWithTheJvm(running), "launcher-stop");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                URI address = URI.create("http://127.0.0.1:" + port);
                Probe readiness = new Probe(address.resolve("/readyz"));
                String note = new Startup(running, readiness::ask, InstantSource.system(), INTERVAL)
                        .await()
                        .orElse("");
                Duration took = Duration.between(begin, Instant.now());
                Optional<DevAdmin> admin = DevAdmin.of(environment, kernelData(data.path()));
                new Usage(address, options.app(), server.management(), settings, admin, took, note).print(out);
                reportEnd(running.exitCode());
            } finally {
                leave(running, hook);
            }
        }
    }

    /** Where the kernel keeps its files: it reads a relative directory from where the server was started. */
    private Path kernelData(Path data) {
        return options.root().resolve(environment.getOrDefault("DATA_DIR", data.toString()));
    }

    private Server server(DataDirectory data, int port, Ports ports) {
        return switch (options.server()) {
            case PAYARA_MICRO -> new PayaraMicro(options, data, port);
            case PAYARA_SERVER -> new PayaraServer(options, data, port, ports);
            case WILDFLY -> new WildFly(options, data, port, ports);
        };
    }

    private RunningServer start(Server server, ServerEnvironment settings) throws IOException, InterruptedException {
        ProcessBuilder process =
                new ProcessBuilder(server.command()).directory(options.root().toFile());
        process.environment().putAll(settings.additions());
        return RunningServer.start(process, server::read, out);
    }

    private void reportEnd(int exitCode) {
        if (stopping.get()) {
            return;
        }
        if (exitCode != 0) {
            throw new LaunchFailure("The server ended by itself (exit code " + exitCode + ").");
        }
        out.println("The server was stopped from outside.");
    }

    /** Whatever ended the run, no server stays; when it is the JVM that ends, the hook does the work. */
    private void leave(RunningServer running, Thread hook) throws InterruptedException {
        if (stopping.get()) {
            // Not back to Maven, which would report a success while it is being stopped.
            hook.join();
            Thread.sleep(Long.MAX_VALUE);
        }
        stop(running);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM began to end just now: the hook finds the server stopped
        }
    }

    private void stopWithTheJvm(RunningServer running) {
        stopping.set(true);
        out.println("Stopping the server…");
        try {
            out.println(stop(running) ? "Stopped." : "Stopped, by force.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean stop(RunningServer running) throws InterruptedException {
        return running.stop(STOP_PATIENCE);
    }

    private static void requireFile(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new LaunchFailure("Cannot find " + what + " at " + file);
        }
    }
}
