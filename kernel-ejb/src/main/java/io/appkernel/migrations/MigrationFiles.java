package io.appkernel.migrations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The files that migrations leave, each written whole or not at all. Stateless. */
final class MigrationFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

    private final Path directory;

    MigrationFiles(Path directory) {
        this.directory = directory;
    }

    static String name(Instant at, String hash) {
        return STAMP.format(at) + "_" + hash.substring(0, 8);
    }

    Path write(String name, String text) {
        try {
            Files.createDirectories(directory);
            Path whole = directory.resolve(name);
            Path part = directory.resolve(name + ".part");
            Files.writeString(part, text);
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The migration cannot be recorded in " + directory
                            + "; make the directory writable, or set kernel.schema.migrations-dir to another",
                    e);
        }
    }
}
