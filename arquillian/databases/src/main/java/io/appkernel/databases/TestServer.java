package io.appkernel.databases;

/**
 * A database server, shared by all tests of this JVM and stopped with it. Listens on loopback only. Thread-safe.
 */
public interface TestServer {
    /** What it is and where it comes from, for logs: {@code PostgreSQL 17.11 (embedded)}. */
    String title();

    /** Makes a database that nobody used before; answers its JDBC URL, credentials included. */
    String newDatabase();

    /** H2, in a new file under the directory for temporary files. */
    static TestServer h2() {
        return Servers.h2();
    }

    /** PostgreSQL. */
    static TestServer postgres() {
        return Servers.postgres();
    }

    /** PostgreSQL that waits for the disk at each commit, for honest figures. Always from binaries. */
    static TestServer durablePostgres() {
        return Servers.durablePostgres();
    }

    /** MariaDB. */
    static TestServer mariadb() {
        return Servers.mariadb();
    }

    /** PostgreSQL that a test may stop. Always from binaries. */
    static StoppableServer stoppablePostgres() {
        return Servers.stoppablePostgres();
    }

    /** MariaDB that a test may stop. Always from binaries. */
    static StoppableServer stoppableMariadb() {
        return Servers.stoppableMariadb();
    }
}
