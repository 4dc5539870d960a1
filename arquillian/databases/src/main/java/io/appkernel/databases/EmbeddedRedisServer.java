package io.appkernel.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** Redis from a binary of Maven Central. What it acknowledged outlives a kill. */
final class EmbeddedRedisServer implements TestRedis {
    /** The server ends when its standard input does, and so with this JVM, however that ends. */
    private static final String LEASH =
            "exec 3<&0; (cat <&3 >/dev/null; kill -CONT $$; kill -KILL $$) 2>/dev/null & exec \"$0\" \"$@\" </dev/null 3<&-";

    private static final long START_SECONDS = 20;

    private final Path directory;
    private final List<String> options;
    private final int port;
    private final String password = UUID.randomUUID().toString();
    private Process process;

    private EmbeddedRedisServer(Path directory, int port, List<String> options) throws IOException {
        this.directory = directory;
        this.port = port;
        this.options = options;
        this.process = launch();
    }

    static EmbeddedRedisServer start(List<String> options) {
        try {
            Path directory = Files.createTempDirectory("appkernel-redis-");
            EmbeddedRedisServer server = new EmbeddedRedisServer(directory, freePort(), options);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop Redis of tests"));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start from its binary", e);
        }
    }

    @SuppressWarnings("AddressSelection")
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path binary = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .toPath();
        List<String> command = new ArrayList<>(List.of("sh", "-c", LEASH, binary.toString()));
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir", directory.toString()));
        command.addAll(List.of("--requirepass", password, "--masterauth", password));
        command.addAll(List.of("--save", "", "--appendonly", "yes", "--appendfsync", "everysec"));
        command.addAll(options);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile())
                .start();
        awaitReady(started);
        return started;
    }

    private void awaitReady(Process started) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!answers()) {
            if (exited(started) || System.nanoTime() > end) {
                throw new IllegalStateException("Redis does not start; see " + directory.resolve("redis.log"));
            }
        }
    }

    private static boolean exited(Process process) {
        try {
            return process.waitFor(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Redis starts", e);
        }
    }

    private boolean answers() {
        try (RedisClient client = RedisClient.create(url())) {
            return client.ping().equals("PONG");
        } catch (JedisException e) {
            return false;
        }
    }

    @Override
    public String title() {
        return Servers.redisVersion(url()) + " (embedded)";
    }

    @Override
    public String url() {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    @Override
    public void configure(String parameter, String value) {
        try (RedisClient client = RedisClient.create(url())) {
            client.configSet(parameter, value);
        }
    }

    @Override
    public synchronized boolean stop() {
        process.destroyForcibly();
        process.onExit().join();
        return true;
    }

    @Override
    public synchronized void start() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start again", e);
        }
    }

    @Override
    public synchronized void startEmpty() {
        try {
            Files.deleteIfExists(directory.resolve("appendonly.aof"));
            Files.deleteIfExists(directory.resolve("dump.rdb"));
        } catch (IOException e) {
            throw new UncheckedIOException("The data of Redis cannot be deleted", e);
        }
        start();
    }

    @Override
    public synchronized boolean pause() {
        signal("-STOP");
        return true;
    }

    @Override
    public synchronized void resume() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            int failed = new ProcessBuilder("kill", signal, "" + process.pid())
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            if (failed != 0) {
                throw new IllegalStateException("Redis of tests is not running");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("There is no kill command", e);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        Trees.delete(directory);
    }
}
