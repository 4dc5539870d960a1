package io.appkernel.queue;

import io.appkernel.databases.TestRedis;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;

/** Redis for a test, with keys of its own. */
final class TestQueues {
    private TestQueues() {}

    static Redis redis() {
        TestRedis server = TestRedis.shared();
        return Redis.of(RedisSettings.of(server.url()).withKeyPrefix(server.newPrefix()));
    }
}
