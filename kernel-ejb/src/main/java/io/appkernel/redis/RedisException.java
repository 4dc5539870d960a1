package io.appkernel.redis;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What Redis would not do. {@link ErrorCode#UNAVAILABLE} where it is away, full or busy, with the time to ask again;
 * {@link ErrorCode#INTERNAL} where asking again does not help. A command whose connection broke may have been done.
 */
public final class RedisException extends KernelException {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(1);

    /** The word that names an error; before Redis 7 it stands inside the message where a script met the error. */
    private static final Pattern WORD = Pattern.compile("(?:^|: -)([A-Z]+)(?= )");

    /** Errors that speak of Redis's state and not of the command. */
    private static final Set<String> PASSING =
            Set.of("LOADING", "BUSY", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "NOREPLICAS");

    /** What Jedis says where keys belong to several nodes; it has no type of its own. */
    private static final String SLOTS = "multiple hash slots";

    private final Reason reason;
    private final @Nullable Duration retryAfter;

    /** What kind of failure it is. */
    public enum Reason {
        /** No connection, or it broke: Redis is away or does not answer. */
        AWAY,
        /** Nobody asked Redis, for it has been away for a while. */
        BREAKER,
        /** All connections of the pool were in use for too long. */
        POOL,
        /** It is there and cannot serve now: starting, failing over, busy. */
        PASSING,
        /** Its memory is full, so it takes nothing more. */
        FULL,
        /** It cannot write to its disk, so it takes nothing more. */
        DISK,
        /** User or password are wrong or may not do this. */
        ACCESS,
        /** The command itself was refused. */
        COMMAND
    }

    private RedisException(Reason reason, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(retryAfter == null ? ErrorCode.INTERNAL : ErrorCode.UNAVAILABLE, message, List.of(), cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /** Says what a failure of the client means to whoever asked: for pipelines and clients outside {@link Redis#call}. */
    public static RedisException of(JedisException e) {
        if (e instanceof JedisClusterOperationException
                && String.valueOf(e.getMessage()).contains(SLOTS)) {
            return of(Reason.COMMAND, "Keys of one command must share a hash tag in a cluster of Redis.", e);
        }
        if (e instanceof JedisConnectionException || e instanceof JedisClusterOperationException) {
            return of(Reason.AWAY, "Redis cannot be reached. Try again soon.", e);
        }
        if (e instanceof JedisAccessControlException) {
            return of(Reason.ACCESS, "Redis refuses the user and password of kernel.redis.url. Set them right.", e);
        }
        if (e instanceof JedisClusterException) {
            return of(Reason.PASSING, "Redis cannot serve this just now. Try again soon.", e);
        }
        if (e instanceof JedisDataException) {
            return answered(e);
        }
        if (e.getCause() instanceof NoSuchElementException) {
            return of(Reason.POOL, "No connection to Redis became free in time. Try again soon.", e);
        }
        return of(Reason.COMMAND, "Redis could not be asked.", e);
    }

    static RedisException breakerOpen(Duration retryAfter) {
        String message = "Redis has not been reachable for a while. Try again later.";
        return new RedisException(Reason.BREAKER, message, retryAfter, null);
    }

    /** Somebody else is still looking for Redis. */
    static RedisException opening() {
        return new RedisException(Reason.POOL, "Redis has not been found yet. Try again soon.", SOON, null);
    }

    static RedisException none(String message) {
        return new RedisException(Reason.AWAY, message, SOON, null);
    }

    private static RedisException answered(JedisException e) {
        String word = word(String.valueOf(e.getMessage()));
        if (PASSING.contains(word)) {
            return of(Reason.PASSING, "Redis cannot serve this just now. Try again soon.", e);
        }
        return switch (word) {
            case "OOM" -> of(Reason.FULL, "Redis is out of memory. Raise its maxmemory or delete data.", e);
            case "MISCONF" -> of(Reason.DISK, "Redis cannot write to its disk. Make room there.", e);
            case "NOAUTH", "WRONGPASS", "NOPERM" ->
                of(Reason.ACCESS, "Redis refuses the user and password of kernel.redis.url. Set them right.", e);
            default -> of(Reason.COMMAND, "Redis refused a command.", e);
        };
    }

    private static String word(String answer) {
        String last = "";
        for (Matcher matcher = WORD.matcher(answer); matcher.find(); ) {
            last = matcher.group(1);
        }
        return last;
    }

    private static RedisException of(Reason reason, String message, Throwable cause) {
        boolean hopeless = reason == Reason.ACCESS || reason == Reason.COMMAND;
        return new RedisException(reason, message, hopeless ? null : SOON, cause);
    }

    /** What kind of failure it is. */
    public Reason reason() {
        return reason;
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
