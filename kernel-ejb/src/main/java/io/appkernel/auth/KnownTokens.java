package io.appkernel.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was made of tokens whose signature was checked, so that each is checked once. It keeps digests, never tokens, and
 * whoever asks looks at the expiry and at everything else that may have changed since. Thread-safe.
 */
public final class KnownTokens<T> {
    private static final int MOST = 10_000;

    private final Cache<ByteBuffer, T> known;

    /** @param lifetime after which a token is checked again at the latest */
    public KnownTokens(Duration lifetime) {
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(lifetime)
                .executor(Runnable::run)
                .build();
    }

    /** Reads a token that nobody has shown yet. */
    @FunctionalInterface
    public interface Reader<T, E extends Exception> {
        /** Empty when the token is no good. */
        Optional<T> read(String token) throws E;
    }

    /** What is known of the token, read now if need be; one that is no good is read each time. */
    public <E extends Exception> Optional<T> get(String token, Reader<T, E> reader) throws E {
        ByteBuffer digest = digest(token);
        @Nullable T found = known.getIfPresent(digest);
        if (found != null) {
            return Optional.of(found);
        }
        Optional<T> read = reader.read(token);
        read.ifPresent(value -> known.put(digest, value));
        return read;
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
