package io.appkernel.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/** The Redis server that the archive carries for this platform. */
final class EmbeddedBinary {
    private EmbeddedBinary() {}

    /** The executable file in that directory, taken out of the archive the first time. */
    static Path in(Path directory) throws IOException {
        String resource = resource();
        Path binary = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        if (!Files.isExecutable(binary)) {
            extract(resource, binary);
        }
        return binary;
    }

    private static String resource() {
        try {
            String resource = ExecutableProvider.newProvidedVersionsMap().get(OsArchitecture.detectOSandArchitecture());
            if (resource != null) {
                return resource;
            }
        } catch (RuntimeException e) {
            throw new IllegalStateException("no Redis is carried for this platform", e);
        } catch (LinkageError e) {
            throw new IllegalStateException("the archive does not carry embedded-redis.jar", e);
        }
        throw new IllegalStateException("no Redis is carried for this platform");
    }

    private static void extract(String resource, Path binary) throws IOException {
        Path whole = Files.createTempFile(binary.getParent(), "redis-server", ".part");
        try (InputStream in = ExecutableProvider.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("embedded-redis.jar does not hold " + resource);
            }
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            if (!whole.toFile().setExecutable(true)) {
                throw new IllegalStateException("files in " + binary.getParent() + " cannot be made executable");
            }
            Files.move(whole, binary, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
