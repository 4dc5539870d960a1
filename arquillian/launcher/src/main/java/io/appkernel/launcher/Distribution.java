package io.appkernel.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A server's zip, unpacked once and then only read. */
final class Distribution {
    private static final String UNFINISHED = ".unfinished";

    private Distribution() {}

    /**
     * The single top directory of the zip, under {@code servers/<name of the zip>/}. The directory gets its name when
     * it is complete, so one that a killed launcher left half-written is never taken for whole.
     */
    static Path unpacked(Path zip, Path servers) {
        String name = zip.getFileName().toString().replaceFirst("\\.zip$", "");
        Path home = servers.resolve(name);
        try {
            if (Files.notExists(home)) {
                Path unfinished = servers.resolve(name + UNFINISHED);
                DataDirectory.delete(unfinished);
                System.out.println("Unpacking " + zip.getFileName() + " to " + home + " (once)");
                unpack(zip, unfinished);
                rename(unfinished, home);
            }
            return onlyChild(home);
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Cannot unpack " + zip + " to " + home + " (" + e
                            + "). If the zip is damaged, delete it and run again: Maven fetches it anew.",
                    e);
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the target: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, path);
                    }
                }
            }
        }
    }

    private static void rename(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    private static Path onlyChild(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            List<Path> found = children.toList();
            if (found.size() != 1) {
                throw new IOException("one top directory expected in " + directory + ", found " + found.size());
            }
            return found.get(0);
        }
    }
}
