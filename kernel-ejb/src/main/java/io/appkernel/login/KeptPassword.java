package io.appkernel.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A password in a file that only its owner reads, made at first use. */
record KeptPassword(Path file) {
    private static final int BYTES = 18;

    String read() {
        try {
            if (Files.notExists(file)) {
                make();
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No password for the first administrator: set kernel.dev-admin.password, or let this process write "
                            + file,
                    e);
        }
    }

    private void make() throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(directory, "dev-admin-password", ".new", ownerOnly());
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(
                draft, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + System.lineSeparator());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
