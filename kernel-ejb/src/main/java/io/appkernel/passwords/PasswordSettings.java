package io.appkernel.passwords;

import io.appkernel.settings.Default;
import io.appkernel.settings.Settings;
import jakarta.enterprise.context.Dependent;

/**
 * What a password must be and what it costs to try one. The cost is what OWASP advises: 19 MiB and two passes.
 *
 * @param passwordMinLength how many characters a password has at the least
 * @param argon2MemoryKib how much memory one hash takes
 * @param argon2Iterations how often it passes over that memory
 * @param argon2Parallelism how many lanes the memory has
 * @param hashThreads how many hashes an instance computes at once; 0 for half of its processors
 * @param hashQueue how many requests wait for one; those beyond it are asked to come back
 */
@Dependent
@Settings("kernel.auth")
public record PasswordSettings(
        @Default("8") int passwordMinLength,
        @Default("19456") int argon2MemoryKib,
        @Default("2") int argon2Iterations,
        @Default("1") int argon2Parallelism,
        @Default("0") int hashThreads,
        @Default("100") int hashQueue) {
    private static final int LEAST_LENGTH = 8;
    private static final int MOST_LENGTH = 128;
    private static final int LEAST_MEMORY = 7168;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_QUEUE = 10_000;

    public PasswordSettings {
        between("password-min-length", passwordMinLength, LEAST_LENGTH, MOST_LENGTH);
        between("argon2-memory-kib", argon2MemoryKib, LEAST_MEMORY, MOST_MEMORY);
        between("argon2-iterations", argon2Iterations, 1, 100);
        between("argon2-parallelism", argon2Parallelism, 1, 16);
        between("hash-threads", hashThreads, 0, 256);
        between("hash-queue", hashQueue, 1, MOST_QUEUE);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be from " + least + " to " + most);
        }
    }

    /** How many hashes are computed at once on a machine of so many processors. */
    int threads(int processors) {
        return hashThreads > 0 ? hashThreads : Math.max(1, processors / 2);
    }
}
