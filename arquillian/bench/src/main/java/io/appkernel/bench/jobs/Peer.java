package io.appkernel.bench.jobs;

/** A job queue. Payloads have 100 bytes; jobs do nothing. */
interface Peer extends AutoCloseable {
    String title();

    /** Enqueues so many jobs the quickest way it has. */
    void enqueue(int count);

    /** Begins to work; answers the nanoseconds until so many jobs were done, without those it takes to end the work. */
    long drain(int count);

    @Override
    void close();
}
