package io.appkernel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of one measurement, in a directory that starts empty. Its output goes to a file. */
final class RunningServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final int POLL_MILLIS = 20;
    private static final int STOP_SECONDS = 20;
    private static final Pattern COMPILER = Pattern.compile("C[12] Compiler");

    private final Process process;
    private final Path log;
    private final int port;
    private final long begin = System.nanoTime();

    private RunningServer(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static RunningServer start(Server server, Options options, List<Path> wars) throws IOException {
        return start(server, options, wars, Map.of());
    }

    /** With more variables of its environment. */
    static RunningServer start(Server server, Options options, List<Path> wars, Map<String, String> environment)
            throws IOException {
        Path base = options.work().resolve("server");
        delete(base);
        Files.createDirectories(base);
        int port = freePort();
        List<String> jvm = new ArrayList<>(options.heap());
        jvm.add("-Djava.awt.headless=true");
        jvm.add("-javaagent:" + options.agent() + "=" + ProcessHandle.current().pid());
        jvm.addAll(options.jvm());
        Path log = base.resolve("output.log");
        ProcessBuilder command = new ProcessBuilder(server.command(base, wars, port, jvm))
                .directory(base.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        command.environment().put("APP_ENV", "dev");
        command.environment().put("DATA_DIR", base.resolve("data").toString());
        command.environment().putAll(environment);
        return new RunningServer(command.start(), log, port);
    }

    /** The IPv4 loopback: {@code localhost} may be another. */
    @SuppressWarnings("AddressSelection")
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    Target target(String context) throws IOException {
        return new Target(new InetSocketAddress(loopback(), port), context + "/api/v1/bench", "");
    }

    /** Seconds from the start of the process to the first good answer of that target. */
    double awaitAnswer(Target target) throws IOException, InterruptedException {
        while (!answers(target)) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("The server ended while it was starting; see " + log);
            }
            if (System.nanoTime() - begin > LONGEST_START.toNanos()) {
                throw new IOException("No 200 after " + LONGEST_START.toSeconds() + " s; see " + log);
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static boolean answers(Target target) {
        try (Socket socket = new Socket()) {
            socket.connect(target.address(), 1_000);
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(target.request());
            InputStream in = socket.getInputStream();
            String status = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
            return status.equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }

    /** What the process holds in memory, in megabytes. */
    double residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("/proc does not tell the memory of process " + process.pid());
    }

    /** Has the server's JVM collect everything and give back what is free. */
    void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process collection = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collection.waitFor() != 0) {
            throw new IOException("jcmd could not make process " + process.pid() + " collect its garbage");
        }
    }

    /** Processor time that the server has used so far. */
    Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The same without the JVM's compiler, which is at slow requests for minutes, so that its share says nothing. Linux. */
    Duration workTime() throws IOException {
        long compilers = 0;
        Path tasks = Path.of("/proc", String.valueOf(process.pid()), "task");
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                compilers += compilerNanos(thread);
            }
        }
        return processorTime().minusNanos(compilers);
    }

    private static long compilerNanos(Path thread) {
        try {
            if (!COMPILER.matcher(Files.readString(thread.resolve("comm"))).lookingAt()) {
                return 0;
            }
            String times = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(times.substring(0, times.indexOf(' ')));
        } catch (IOException e) {
            // The thread has ended meanwhile. Of two processors each has one compiler, and these stay.
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.notExists(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
