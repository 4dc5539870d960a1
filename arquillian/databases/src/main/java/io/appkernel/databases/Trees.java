package io.appkernel.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Directories that tests leave. */
final class Trees {
    private Trees() {}

    /** Deletes as much as can be deleted. */
    static void delete(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException e) {
                    System.getLogger(Trees.class.getName())
                            .log(System.Logger.Level.DEBUG, () -> path + " stays: " + e.getMessage());
                }
            });
        } catch (IOException e) {
            System.getLogger(Trees.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> root + " stays: " + e.getMessage());
        }
    }
}
