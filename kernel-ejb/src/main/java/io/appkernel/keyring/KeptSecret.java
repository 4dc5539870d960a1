package io.appkernel.keyring;

import io.appkernel.log.KernelLog;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A secret in a file, made at first use: tokens outlive a restart although nobody has set one. For development. */
final class KeptSecret {
    private static final int BYTES = 48;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final KernelLog log;

    KeptSecret(Path file, KernelLog log) {
        this.file = file.toAbsolutePath();
        this.log = log;
    }

    /** The same for all who ask, however many ask at once. */
    String read() {
        try {
            if (!Files.exists(file)) {
                make();
            }
            String secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new IllegalStateException(file + " is empty: delete it, and a new secret is made");
            }
            return secret;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "No secret for tokens: set kernel.auth.token-secret, or let this process write " + file, e);
        }
    }

    /** Complete under another name first: nobody reads half a secret. A link fails where another was quicker. */
    private void make() throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(file.getParent(), "token-secret", null, attributes());
        try {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.writeString(draft, Base64.getUrlEncoder().encodeToString(secret));
            publish(draft);
            log.warn("tokens are signed with a secret of this directory's own; set kernel.auth.token-secret before"
                    + " several instances share the users");
        } catch (FileAlreadyExistsException e) {
            // Another process was quicker, and its secret is as good.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void publish(Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private FileAttribute<?>[] attributes() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }
}
