package io.appkernel.databases;

/** A server that goes away and comes back when a test says so. Who stops it starts it again. Thread-safe. */
public interface StoppableServer extends TestServer {
    /** Stops it under its callers, keeping its data. */
    void stop();

    /** Starts it again on the same port. */
    void start();
}
