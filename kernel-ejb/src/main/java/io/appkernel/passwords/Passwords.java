package io.appkernel.passwords;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.FieldError;
import io.appkernel.errors.KernelException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Passwords: which are taken, how they are kept and whether one is right. A hash takes tens of milliseconds of a
 * processor, so only some are computed at once and other callers wait; a request leaves that to {@link PasswordThreads}.
 * To inject. Thread-safe.
 */
public final class Passwords {
    /** More is no password, and costs more to hash. */
    public static final int LONGEST = 1024;

    private final PasswordSettings settings;
    private final Hashes hashes;
    private final FirstGuesses common;
    private final Semaphore turns;
    private final String nobodys;

    /** Passwords as the settings want them, for a machine of so many processors. */
    public Passwords(PasswordSettings settings, int processors) {
        this.settings = settings;
        this.hashes = new Hashes(settings);
        this.common = FirstGuesses.read();
        this.turns = new Semaphore(settings.threads(processors), true);
        this.nobodys = hashes.hash("of nobody's account");
    }

    /**
     * Refuses what is no good password.
     *
     * @param field what the caller calls it
     * @param names what it must not be: username, address
     * @throws KernelException invalid, with what is wrong
     */
    public void require(String field, String password, Collection<String> names) {
        int length = password.codePointCount(0, password.length());
        if (length < settings.passwordMinLength()) {
            throw refused(field, "must have at least " + settings.passwordMinLength() + " characters");
        }
        if (length > LONGEST) {
            throw refused(field, "must have at most " + LONGEST + " characters");
        }
        String plain = plain(password);
        if (plain.isBlank()) {
            throw refused(field, "must not be space alone");
        }
        if (common.has(plain)) {
            throw refused(field, "is one of the most common passwords: choose another");
        }
        String folded = plain.toLowerCase(Locale.ROOT);
        if (names.stream().anyMatch(name -> plain(name).toLowerCase(Locale.ROOT).equals(folded))) {
            throw refused(field, "must not be the username or the email address");
        }
    }

    private static KernelException refused(String field, String message) {
        return new KernelException(
                ErrorCode.INVALID,
                "The password in " + field + " " + message + ".",
                List.of(new FieldError(field, message)));
    }

    /** What to store instead of the password; different each time. */
    public String hash(String password) {
        turns.acquireUninterruptibly();
        try {
            return hashes.hash(plain(password));
        } finally {
            turns.release();
        }
    }

    /**
     * Whether a password is the one that was hashed. Takes the same time where there is no hash, so that nobody learns
     * from the time whether there is an account.
     */
    public boolean matches(String password, Optional<String> hash) {
        boolean possible = hashes.isKnown(hash) && password.length() <= 2 * LONGEST;
        String tried = password.length() <= 2 * LONGEST ? plain(password) : "";
        turns.acquireUninterruptibly();
        try {
            boolean same = hashes.matches(tried, possible ? hash.orElseThrow() : nobodys);
            return possible && same;
        } finally {
            turns.release();
        }
    }

    /** Whether a right password should be hashed again, for the parameters have changed since. */
    public boolean isOutdated(String hash) {
        return hashes.isOutdated(hash);
    }

    /** Keyboards compose the same characters in different ways. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
