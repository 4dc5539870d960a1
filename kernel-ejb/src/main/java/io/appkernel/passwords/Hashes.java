package io.appkernel.passwords;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Argon2id, of the parameters that are set or of those that an older hash names. Thread-safe. */
final class Hashes {
    private static final int SALT = 16;
    private static final int LENGTH = 32;
    private static final String FORM = "$argon2id$";

    private final Argon2Function current;

    Hashes(PasswordSettings settings) {
        current = Argon2Function.getInstance(
                settings.argon2MemoryKib(),
                settings.argon2Iterations(),
                settings.argon2Parallelism(),
                LENGTH,
                Argon2.ID);
    }

    String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT).with(current).getResult();
    }

    boolean matches(String password, String hash) {
        Argon2Function function = function(hash);
        return function != null && Password.check(password, hash).with(function);
    }

    /** Whether a hash is of other parameters than those that are set. */
    boolean isOutdated(String hash) {
        return !current.equals(function(hash));
    }

    /** Whether it is a hash of the one kind there is. */
    boolean isKnown(Optional<String> hash) {
        return hash.isPresent() && function(hash.get()) != null;
    }

    private static @Nullable Argon2Function function(String hash) {
        if (!hash.startsWith(FORM)) {
            return null;
        }
        try {
            return Argon2Function.getInstanceFromHash(hash);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
