package io.appkernel.databases;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL from binaries of Maven Central. */
final class EmbeddedPostgresServer implements StoppableServer {
    private final Path directory;
    private final boolean durable;
    private EmbeddedPostgres server;

    /** With {@code durable}, a commit waits until it is on the disk; tests need not. */
    EmbeddedPostgresServer(boolean durable) {
        this.durable = durable;
        try {
            directory = Files.createTempDirectory("appkernel-postgres-");
            server = builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start from its binaries", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop PostgreSQL of tests"));
    }

    private EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("max_connections", "200")
                .setServerConfig("max_prepared_transactions", "20");
    }

    private String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public String title() {
        return Admin.version(url()) + (durable ? " (embedded, fsync on)" : " (embedded)");
    }

    @Override
    public String newDatabase() {
        String name = Admin.newName();
        Admin.run(url(), "CREATE DATABASE " + name);
        return server.getJdbcUrl("postgres", name);
    }

    @Override
    public synchronized void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void start() {
        try {
            server = builder().setPort(server.getPort()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void close() {
        try {
            server.close();
        } catch (IOException e) {
            // The JVM ends anyway.
        }
        Trees.delete(directory);
    }
}
