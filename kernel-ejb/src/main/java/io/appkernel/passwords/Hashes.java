package io.appkernel.passwords;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/** Argon2id, at the cost that is set or at that which an older hash names. Thread-safe. */
final class Hashes {
    private static final int SALT = 16;
    private static final int LENGTH = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2Hash.Cost current;

    Hashes(PasswordSettings settings) {
        current = new Argon2Hash.Cost(
                settings.argon2MemoryKib(), settings.argon2Iterations(), settings.argon2Parallelism());
    }

    String hash(String password) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new Argon2Hash(current, salt, computed(password, current, salt, LENGTH)).text();
    }

    boolean matches(String password, String hash) {
        return Argon2Hash.read(hash).stream()
                .anyMatch(kept -> MessageDigest.isEqual(
                        kept.output(), computed(password, kept.cost(), kept.salt(), kept.output().length)));
    }

    /** Whether a hash is of another cost than the one that is set. */
    boolean isOutdated(String hash) {
        return !Argon2Hash.read(hash)
                .filter(kept -> kept.cost().equals(current) && kept.output().length == LENGTH)
                .isPresent();
    }

    /** Whether it is a hash of the one kind there is. */
    boolean isKnown(Optional<String> hash) {
        return hash.flatMap(Argon2Hash::read).isPresent();
    }

    private static byte[] computed(String password, Argon2Hash.Cost cost, byte[] salt, int length) {
        byte[] output = new byte[length];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(cost.with(salt));
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), output);
        return output;
    }
}
