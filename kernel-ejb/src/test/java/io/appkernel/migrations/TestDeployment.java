package io.appkernel.migrations;

import io.appkernel.databases.TestRedis;
import io.appkernel.db.DatabaseKind;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import io.appkernel.schema.Table;
import java.nio.file.Path;
import java.util.List;

/** What the nodes of one deployment share: a database, keys in Redis and a directory. Each node opens it anew. */
public record TestDeployment(DatabaseKind kind, String databaseUrl, String redisUrl, String prefix, Path directory) {

    /** One that nobody used before. */
    public static TestDeployment fresh(DatabaseKind kind, Path directory) {
        TestRedis redis = TestRedis.shared();
        return new TestDeployment(kind, TestDatabase.newUrl(kind), redis.url(), redis.newPrefix(), directory);
    }

    /** The same for a node that is told another Redis. */
    public TestDeployment withRedis(String url) {
        return new TestDeployment(kind, databaseUrl, url, prefix, directory);
    }

    /** The same for a node that reaches no Redis. */
    public TestDeployment withoutRedis() {
        return withRedis("redis://127.0.0.1:" + TestRedis.freePort());
    }

    public TestDatabase database(List<Table> tables) {
        return new TestDatabase(kind, databaseUrl).with(tables, directory);
    }

    public Redis redis() {
        return Redis.of(RedisSettings.of(redisUrl).withKeyPrefix(prefix));
    }
}
