package io.appkernel.launcher;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** The token that lets the person who started the server in as admin; made once and kept beside the data. */
final class OperatorToken {
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_-]{32,}");
    private static final int BYTES = 36;

    private OperatorToken() {}

    /** The token in that file, made and stored for the owner's eyes only when there is none. */
    static String in(Path file) {
        try {
            if (Files.notExists(file)) {
                store(file, make());
            }
            String token = Files.readString(file).strip();
            if (!USABLE.matcher(token).matches()) {
                throw new LaunchFailure(file + " holds no usable token (32 or more of A-Z a-z 0-9 _ -). Delete the"
                        + " file and the next start makes one.");
            }
            return token;
        } catch (IOException e) {
            throw new LaunchFailure("Cannot keep the operator token in " + file + " (" + e + ")", e);
        }
    }

    private static String make() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void store(Path file, String token) throws IOException {
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "operator-token", ".new", ownerOnly());
        Files.writeString(written, token + System.lineSeparator());
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
