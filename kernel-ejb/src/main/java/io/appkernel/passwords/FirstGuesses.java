package io.appkernel.passwords;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The passwords that whoever guesses tries first. Immutable. */
final class FirstGuesses {
    private static final String LIST = "common-passwords.txt";

    private final Set<String> all;

    private FirstGuesses(Set<String> all) {
        this.all = all;
    }

    static FirstGuesses read() {
        InputStream list = FirstGuesses.class.getResourceAsStream(LIST);
        if (list == null) {
            throw new IllegalStateException("The kernel's archive lacks " + LIST);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return new FirstGuesses(
                    lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String password) {
        return all.contains(password.toLowerCase(Locale.ROOT));
    }
}
