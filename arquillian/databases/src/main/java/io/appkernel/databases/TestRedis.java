package io.appkernel.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A Redis for tests, from the first of these that there is: {@code TEST_REDIS_URL}, a container where Docker answers,
 * the real server from a binary of Maven Central. Listens on loopback only. Thread-safe.
 */
public interface TestRedis extends AutoCloseable {
    /** What it is and where it comes from, for logs: {@code Redis 6.2.11 (embedded)}. */
    String title();

    /** Its URL with the password. */
    String url();

    /** What keys may begin with that nobody used before. */
    default String newPrefix() {
        return Admin.newName() + ":";
    }

    /** Changes a parameter while it runs, as {@code CONFIG SET} does. */
    void configure(String parameter, String value);

    /** Kills it, keeping its data; false where this server is not ours to stop. */
    boolean stop();

    /** Starts it again on the same port after {@link #stop}. */
    void start();

    /** The same with nothing in it. */
    void startEmpty();

    /** Lets it fall silent without closing a connection; false where this server is not ours. */
    boolean pause();

    /** After {@link #pause}. */
    void resume();

    /** Ends it, and its data with it; the shared one ends with the JVM. */
    @Override
    void close();

    /** One for all tests of this JVM; keys of their own keep them apart. */
    static TestRedis shared() {
        return Servers.redis();
    }

    /** A new one from the binary, for a test that stops, floods or configures it; with more options of its command line. */
    static TestRedis own(String... options) {
        return EmbeddedRedisServer.start(List.of(options));
    }

    /** A Sentinel that watches one of our own and fails over to its replica; its URL is its own. */
    static TestRedis sentinel(String name, TestRedis master) {
        return EmbeddedRedisServer.sentinel(name, master);
    }

    /** A port of loopback that nobody listens on now. */
    static int freePort() {
        try {
            return EmbeddedRedisServer.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free", e);
        }
    }
}
