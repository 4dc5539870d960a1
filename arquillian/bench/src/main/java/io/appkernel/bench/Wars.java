package io.appkernel.bench;

import io.appkernel.bench.bare.BareApplication;
import io.appkernel.bench.bare.BareResource;
import io.appkernel.bench.bare.OpenResource;
import io.appkernel.bench.served.HashResource;
import io.appkernel.bench.served.ServedResource;
import io.appkernel.bench.served.ServedTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** Packs the WARs: one resource alone, its twin in widgets, and jobs in widgets. */
final class Wars {
    private Wars() {}

    /** Two classes, and CDI switched on as every application has it. */
    static Path bare(Path file) throws IOException {
        Files.deleteIfExists(file);
        try (FileSystem war = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
            add(war, BareApplication.class);
            Files.writeString(war.getPath("WEB-INF/beans.xml"), "");
            add(war, BareResource.class);
        }
        return file;
    }

    /** There the resource joins the kernel's application. */
    static Path widgets(Path from, Path file) throws IOException {
        Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem war = FileSystems.newFileSystem(file)) {
            add(war, OpenResource.class);
            add(war, HashResource.class);
        }
        return file;
    }

    /** Widgets with a resource that enqueues jobs and a bean that does them. */
    static Path served(Path from, Path file) throws IOException {
        Files.copy(from, file, StandardCopyOption.REPLACE_EXISTING);
        try (FileSystem war = FileSystems.newFileSystem(file)) {
            add(war, ServedResource.class);
            add(war, ServedTask.class);
            add(war, ServedTask.Text.class);
        }
        return file;
    }

    private static void add(FileSystem war, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        Path target = war.getPath("WEB-INF/classes", name);
        Files.createDirectories(target.getParent());
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
            if (bytes == null) {
                throw new IOException(name + " is not on the class path");
            }
            Files.copy(bytes, target);
        }
    }
}
