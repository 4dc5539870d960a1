package io.appkernel.bench;

import io.appkernel.bench.bare.BareApplication;
import io.appkernel.bench.bare.BareResource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Packs the empty WAR: two classes and nothing else. */
final class BareWar {
    private BareWar() {}

    static Path pack(Path file) throws IOException {
        try (JarOutputStream war = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> type : List.of(BareApplication.class, BareResource.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                war.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
                try (InputStream bytes = type.getResourceAsStream("/" + name)) {
                    if (bytes == null) {
                        throw new IOException(name + " is not on the class path");
                    }
                    bytes.transferTo(war);
                }
                war.closeEntry();
            }
        }
        return file;
    }
}
