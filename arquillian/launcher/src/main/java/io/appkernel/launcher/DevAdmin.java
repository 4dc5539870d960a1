package io.appkernel.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The administrator that the kernel makes at its first start outside prod.
 *
 * @param password what to log in with, or where it is set
 * @param source where the person finds it again
 */
record DevAdmin(String email, String password, String source) {
    private static final String EMAIL = "KERNEL_DEV_ADMIN_EMAIL";
    private static final String PASSWORD = "KERNEL_DEV_ADMIN_PASSWORD";

    /** Once the server is ready; empty when it made none, for there was one. */
    static Optional<DevAdmin> of(Map<String, String> environment, Path data) {
        String email = environment.getOrDefault(EMAIL, "admin@example.com");
        String given = environment.getOrDefault(PASSWORD, "");
        if (!given.isEmpty()) {
            return Optional.of(new DevAdmin(email, given, PASSWORD + " of your environment"));
        }
        Path file = data.resolve("dev-admin-password");
        try {
            return Files.exists(file)
                    ? Optional.of(new DevAdmin(email, Files.readString(file).strip(), file.toString()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new LaunchFailure("Cannot read the administrator's password in " + file + " (" + e + ")", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DevAdmin[" + email + ", password in " + source + "]";
    }
}
