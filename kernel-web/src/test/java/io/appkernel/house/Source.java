package io.appkernel.house;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A Java file as text, for what the compiler does not keep. */
record Source(Path file, List<String> lines) {
    private static final Set<String> NOT_OURS = Set.of("target", "planted");

    /** Main code of a kernel module; a planted house counts as such. */
    boolean isKernel() {
        String path = file.toString().replace('\\', '/');
        return path.contains("/planted/") || path.matches(".*/kernel-\\w+/src/main/java/.*");
    }

    /** Runs beside a server, never in one. */
    boolean isTool() {
        return file.toString().replace('\\', '/').contains("/arquillian/launcher/src/main/");
    }

    String text() {
        return String.join("\n", lines);
    }

    static List<Source> below(Path directory) throws IOException {
        List<Source> found = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
                String name = path.getFileName().toString();
                boolean ours = path.equals(directory) || !(NOT_OURS.contains(name) || name.startsWith("."));
                return ours ? CONTINUE : SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (path.toString().endsWith(".java")) {
                    found.add(new Source(path, Files.readAllLines(path)));
                }
                return CONTINUE;
            }
        });
        return found;
    }
}
