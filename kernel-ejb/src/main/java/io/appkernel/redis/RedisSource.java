package io.appkernel.redis;

import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;

/** Where clients come from. Thread-safe. */
interface RedisSource {
    /** Which kind it is, for people. */
    String kind();

    /**
     * A client with a pool.
     *
     * @param longestBlock how long a blocking command may be silent, beyond the timeout of every command
     */
    UnifiedJedis open(int connections, Duration longestBlock);

    /** A client found nobody there. */
    default void lost() {}

    /** Nobody opens a client any more. */
    default void close() {}

    /** No Redis at all. */
    static RedisSource none(String message) {
        return new RedisSource() {
            @Override
            public String kind() {
                return "none";
            }

            @Override
            public UnifiedJedis open(int connections, Duration longestBlock) {
                throw RedisException.none(message);
            }
        };
    }
}
