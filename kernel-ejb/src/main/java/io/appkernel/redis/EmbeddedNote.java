package io.appkernel.redis;

import io.appkernel.settings.SecretText;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What an embedded Redis leaves in its directory for those who come after: how to reach it, which process it is, and
 * which JVM keeps it.
 */
record EmbeddedNote(int port, SecretText password, RunOf server, RunOf keeper) {
    private static final String FILE = "embedded.properties";

    /**
     * One run of a process.
     *
     * @param started in milliseconds, for another process may have its number by now; zero where nobody tells
     */
    record RunOf(long pid, long started) {
        static RunOf process(ProcessHandle process) {
            return new RunOf(process.pid(), startOf(process));
        }

        /** The process, while it runs. */
        Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid).filter(found -> found.isAlive() && startOf(found) == started);
        }

        private static long startOf(ProcessHandle process) {
            return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        }
    }

    static EmbeddedNote of(int port, SecretText password, Process server) {
        return new EmbeddedNote(
                port, password, RunOf.process(server.toHandle()), RunOf.process(ProcessHandle.current()));
    }

    /** Empty where there is none, or none that can be read. */
    static Optional<EmbeddedNote> read(Path directory) {
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(directory.resolve(FILE))) {
            values.load(in);
            return Optional.of(new EmbeddedNote(
                    Integer.parseInt(values.getProperty("port")),
                    new SecretText(values.getProperty("password", "")),
                    run(values, "server"),
                    run(values, "keeper")));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static RunOf run(Properties values, String name) {
        return new RunOf(
                Long.parseLong(values.getProperty(name + ".pid")),
                Long.parseLong(values.getProperty(name + ".started")));
    }

    /** Only its owner can read it. */
    void write(Path directory) throws IOException {
        Properties values = new Properties();
        values.setProperty("port", Integer.toString(port));
        values.setProperty("password", password.reveal());
        values.setProperty("server.pid", Long.toString(server.pid()));
        values.setProperty("server.started", Long.toString(server.started()));
        values.setProperty("keeper.pid", Long.toString(keeper.pid()));
        values.setProperty("keeper.started", Long.toString(keeper.started()));
        Path whole = Files.createTempFile(directory, "embedded", ".part");
        try (Writer out = Files.newBufferedWriter(whole)) {
            values.store(out, null);
        }
        Files.move(whole, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    String url() {
        return "redis://:" + password.reveal() + "@127.0.0.1:" + port;
    }
}
