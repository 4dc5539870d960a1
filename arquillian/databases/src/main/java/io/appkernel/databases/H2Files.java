package io.appkernel.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** H2 in files, as the embedded default uses it. */
final class H2Files implements TestServer {
    private final AtomicInteger number = new AtomicInteger();
    private final Path directory;

    H2Files() {
        try {
            directory = Files.createTempDirectory("appkernel-h2-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Trees.delete(directory), "delete " + directory));
    }

    @Override
    public String title() {
        return "H2 (files under " + directory + ")";
    }

    @Override
    public String newDatabase() {
        return "jdbc:h2:file:" + directory.resolve("t" + number.incrementAndGet()) + ";WRITE_DELAY=0;USER=sa";
    }
}
