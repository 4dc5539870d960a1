/**
 * Real databases for tests, and a real Redis. Start with {@link io.appkernel.databases.TestServer} and {@link
 * io.appkernel.databases.TestRedis}.
 *
 * <p>Each kind comes from the first of these that there is, and the log says which: the URL in the environment
 * ({@code TEST_POSTGRES_URL}, {@code TEST_MARIADB_URL}, as JDBC URLs of a user who may create databases; {@code
 * TEST_REDIS_URL}), a container where Docker answers, the real server from binaries of Maven Central. Nothing is skipped:
 * a test that stops its server gets one that it may stop, from binaries where the shared one is somebody else's.
 */
@NullMarked
package io.appkernel.databases;

import org.jspecify.annotations.NullMarked;
