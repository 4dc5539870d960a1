package io.appkernel.launcher;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The server's process, its output on ours. Thread-safe. */
final class RunningServer {
    private final Process process;
    private final Thread output;
    private volatile Server.Sign sign = Server.Sign.NONE;

    private RunningServer(Process process, Function<String, Server.Sign> reader, PrintStream out) {
        this.process = process;
        this.output = new Thread(() -> copy(reader, out), "server-output");
        output.setDaemon(true);
        output.start();
    }

    static RunningServer start(ProcessBuilder command, Function<String, Server.Sign> reader, PrintStream out)
            throws IOException {
        Process process = command.redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new RunningServer(process, reader, out);
    }

    /** What the server has said about the deployment so far. */
    Server.Sign sign() {
        return sign;
    }

    /** Waits for the end, at most that long; true when the server has ended and all of its output is copied. */
    boolean ended(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        output.join(TimeUnit.SECONDS.toMillis(1));
        return true;
    }

    int exitCode() throws InterruptedException {
        int code = process.waitFor();
        output.join(TimeUnit.SECONDS.toMillis(1));
        return code;
    }

    /** Asks the server to stop and waits; kills it when it takes longer. True when it stopped by itself. */
    boolean stop(Duration patience) throws InterruptedException {
        // By its handle: Process.destroy would close the pipe and lose what the server says while it stops.
        process.toHandle().destroy();
        if (ended(patience)) {
            return true;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return false;
    }

    /** A failure stays one: Payara Micro reports itself ready right after it. */
    private void note(Server.Sign said) {
        if (said != Server.Sign.NONE && sign != Server.Sign.FAILED) {
            sign = said;
        }
    }

    private void copy(Function<String, Server.Sign> reader, PrintStream out) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                note(reader.apply(line));
            }
        } catch (IOException e) {
            out.println("The server's output ends here: " + e.getMessage());
        }
    }
}
