package io.appkernel.log;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Knows by its name what must not be written. */
final class Secrets {
    static final String MASK = "***";

    private static final List<String> WORDS = List.of(
            "password",
            "passwd",
            "pwd",
            "passphrase",
            "secret",
            "token",
            "authorization",
            "apikey",
            "cookie",
            "credential",
            "privatekey",
            "bearer",
            "jwt");

    private Secrets() {}

    static boolean isSecret(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "").replace(".", "");
        return WORDS.stream().anyMatch(plain::contains);
    }

    /** Numbers and booleans pass: {@code tokens=1200} is a count, {@code has_password=true} a fact. */
    static boolean hides(@Nullable Object value) {
        return value != null && !(value instanceof Number) && !(value instanceof Boolean);
    }
}
