package io.appkernel.databases;

import org.testcontainers.containers.GenericContainer;
import redis.clients.jedis.RedisClient;

/** A Redis that somebody else runs, or a container, which comes back on another port and so is not stopped. */
record GivenRedis(String url, String origin) implements TestRedis {
    private static final int PORT = 6379;

    static TestRedis named(String url) {
        return new GivenRedis(url, "given by TEST_REDIS_URL");
    }

    static TestRedis inContainer() {
        GenericContainer<?> container = new GenericContainer<>("redis:7.2-alpine").withExposedPorts(PORT);
        container.start();
        String url = "redis://" + container.getHost() + ":" + container.getMappedPort(PORT);
        return new GivenRedis(url, "container");
    }

    @Override
    public String title() {
        return Servers.redisVersion(url) + " (" + origin + ")";
    }

    @Override
    public void configure(String parameter, String value) {
        try (RedisClient client = RedisClient.create(url)) {
            client.configSet(parameter, value);
        }
    }

    @Override
    public boolean stop() {
        return false;
    }

    @Override
    public void start() {
        // It was never stopped.
    }

    @Override
    public void startEmpty() {
        // It was never stopped.
    }

    @Override
    public boolean pause() {
        return false;
    }

    @Override
    public void resume() {
        // It was never paused.
    }

    @Override
    public void close() {
        // Others use it, too; a container ends with the JVM.
    }
}
