package io.appkernel.bench.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** BullMQ on Node, 100 jobs at a time, fetched by npm for the benchmark. */
final class BullMq implements Peer {
    private static final String VERSION = "6.7.0";

    private final Process node;
    private final BufferedReader answers;

    private BullMq(Process node) {
        this.node = node;
        this.answers = node.inputReader(StandardCharsets.UTF_8);
        awaitOk();
    }

    /** Empty where there is no Node or no npm. */
    static Optional<Peer> on(String url, Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("package.json"), "{\"private\":true}");
            try (InputStream script = BullMq.class.getResourceAsStream("bullmq.js")) {
                Files.write(directory.resolve("bullmq.js"), script.readAllBytes());
            }
            int installed = process(
                            directory,
                            "npm",
                            "install",
                            "--silent",
                            "--no-audit",
                            "--no-fund",
                            "ioredis@5",
                            "bullmq@" + VERSION)
                    .waitFor();
            return installed == 0
                    ? Optional.of(new BullMq(process(directory, "node", "bullmq.js", url)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process process(Path directory, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Override
    public String title() {
        return "BullMQ " + VERSION;
    }

    @Override
    public void enqueue(int count) {
        ask("enqueue " + count);
    }

    @Override
    public long drain(int count) {
        return ask("drain " + count);
    }

    private long ask(String line) {
        try {
            node.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            node.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return awaitOk();
    }

    private long awaitOk() {
        try {
            String answer = answers.readLine();
            if (answer == null || !answer.startsWith("ok ")) {
                throw new IllegalStateException("BullMQ said " + answer);
            }
            return Long.parseLong(answer.substring("ok ".length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Duration processorTime() {
        return node.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        node.destroy();
    }
}
