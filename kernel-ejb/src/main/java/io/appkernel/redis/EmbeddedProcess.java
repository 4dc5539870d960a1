package io.appkernel.redis;

import io.appkernel.settings.SecretText;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A Redis server that this JVM runs. */
final class EmbeddedProcess {
    /** The server ends when its standard input does, and so with the JVM, however that ends: with a grace to write. */
    private static final String LEASH = "exec 3<&0; (cat <&3 >/dev/null; kill -TERM $$; kill -CONT $$; i=0;"
            + " while [ $i -lt 50 ]; do kill -0 $$ || exit; sleep 0.1; i=$((i+1)); done; kill -KILL $$)"
            + " 2>/dev/null & exec \"$0\" \"$@\" </dev/null 3<&-";

    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    private static final String CONFIGURATION = "redis.conf";

    private final Process process;
    private final EmbeddedNote note;

    private EmbeddedProcess(Process process, EmbeddedNote note) {
        this.process = process;
        this.note = note;
    }

    /** Starts it and waits until it serves; what went wrong is in {@code redis.log} there. */
    static EmbeddedProcess start(Path directory, int port, SecretText password) throws IOException {
        Path binary = EmbeddedBinary.in(directory);
        configure(directory, port, password);
        ProcessBuilder builder = new ProcessBuilder(command(binary))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("redis.log").toFile());
        Process process = unseen(builder::start);
        EmbeddedNote note = EmbeddedNote.of(port, password, process);
        awaitService(process, note, directory);
        return new EmbeddedProcess(process, note);
    }

    /** The JDK watches a process by a thread that outlives it for a while and must not keep the deployment's loader. */
    private static <T, E extends Exception> T unseen(Step<T, E> step) throws E {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return step.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private interface Step<T, E extends Exception> {
        T run() throws E;
    }

    private static List<String> command(Path binary) {
        String server = binary.toAbsolutePath().toString();
        return File.separatorChar == '/'
                ? List.of("sh", "-c", LEASH, server, CONFIGURATION)
                : List.of(server, CONFIGURATION);
    }

    /** In a file, for everybody on the machine sees the arguments of a process. */
    private static void configure(Path directory, int port, SecretText password) throws IOException {
        Path file = directory.resolve(CONFIGURATION);
        Files.deleteIfExists(file);
        Path whole = Files.createTempFile(directory, "redis", ".conf");
        Files.writeString(
                whole,
                String.join(
                        "\n",
                        "bind 127.0.0.1",
                        "port " + port,
                        "requirepass " + password.reveal(),
                        "dir ./",
                        "appendonly yes",
                        "appendfsync everysec",
                        "save \"\"",
                        ""));
        Files.move(whole, file);
    }

    private static void awaitService(Process process, EmbeddedNote note, Path directory) {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!listens(note.port()) || !serves(note)) {
            if (ends(process, Duration.ofMillis(2))) {
                throw new IllegalStateException("it does not run; " + directory.resolve("redis.log") + " says why");
            }
            if (System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("it does not serve after " + LONGEST_START.toSeconds() + " seconds");
            }
        }
    }

    /** It listens before it has read its data, and refuses commands meanwhile. */
    private static boolean serves(EmbeddedNote note) {
        try (RedisClient client = RedisClient.create(note.url())) {
            return "PONG".equals(client.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Nobody else listens there now. */
    static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (wanted == 0) {
                throw e;
            }
            return freePort(0);
        }
    }

    @SuppressWarnings("AddressSelection")
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    EmbeddedNote note() {
        return note;
    }

    /** Lets it write what it has, and waits for its end. */
    void stop() {
        process.destroy();
        if (!ends(process, LONGEST_STOP)) {
            process.destroyForcibly();
            ends(process, LONGEST_STOP);
        }
    }

    private static boolean ends(Process process, Duration longest) {
        try {
            return process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Waits for the end of somebody else's process. */
    static boolean ends(ProcessHandle process) {
        try {
            unseen(process::onExit).get(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }
}
