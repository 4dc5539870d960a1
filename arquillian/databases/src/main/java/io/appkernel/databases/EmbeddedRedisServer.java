package io.appkernel.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
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

    /** The second port of a node in a cluster lies this far above the first. */
    private static final int HIGHEST_PORT = 65_535 - 10_000;

    /** The same for all of this JVM, so that they can speak to one another. */
    private static final String PASSWORD = UUID.randomUUID().toString();

    private final Path directory;
    private final String url;
    private final List<String> arguments;
    private Process process;

    private EmbeddedRedisServer(Path directory, String url, List<String> arguments) throws IOException {
        this.directory = directory;

        this.url = url;
        this.arguments = arguments;
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop Redis of tests"));
    }

    static EmbeddedRedisServer start(List<String> options) {
        try {
            Path directory = Files.createTempDirectory("appkernel-redis-");
            int port = freePort();
            List<String> arguments = new ArrayList<>(List.of("--port", "" + port, "--bind", "127.0.0.1"));
            arguments.addAll(List.of("--requirepass", PASSWORD, "--masterauth", PASSWORD, "--save", ""));
            arguments.addAll(List.of("--appendonly", "yes", "--appendfsync", "everysec"));
            arguments.addAll(options);
            return new EmbeddedRedisServer(directory, "redis://:" + PASSWORD + "@127.0.0.1:" + port, arguments);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start from its binary", e);
        }
    }

    /** A Sentinel that fails over by itself, half a second after its server fell silent. */
    static EmbeddedRedisServer sentinel(String name, TestRedis master) {
        try {
            Path directory = Files.createTempDirectory("appkernel-sentinel-");
            int port = freePort();
            Files.write(
                    directory.resolve("sentinel.conf"),
                    List.of(
                            "port " + port,
                            "bind 127.0.0.1",
                            "sentinel monitor " + name + " 127.0.0.1 "
                                    + URI.create(master.url()).getPort() + " 1",
                            "sentinel auth-pass " + name + " " + PASSWORD,
                            "sentinel down-after-milliseconds " + name + " 500",
                            "sentinel failover-timeout " + name + " 3000"));
            return new EmbeddedRedisServer(
                    directory, "redis://127.0.0.1:" + port, List.of("sentinel.conf", "--sentinel"));
        } catch (IOException e) {
            throw new UncheckedIOException("A Sentinel does not start from its binary", e);
        }
    }

    @SuppressWarnings("AddressSelection")
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort() > HIGHEST_PORT ? freePort() : socket.getLocalPort();
        }
    }

    private Process launch() throws IOException {
        Path binary = ExecutableProvider.newJarResourceProvider(directory.toFile())
                .get()
                .toPath();
        List<String> command = new ArrayList<>(List.of("sh", "-c", LEASH, binary.toString()));
        command.addAll(arguments);
        Process started = new ProcessBuilder(command)
                .directory(directory.toFile())
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
        return url;
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
