package io.appkernel.bench.jobs;

/** A job queue. Payloads have 100 bytes; jobs do nothing. */
interface Peer extends AutoCloseable {
    String title();

    /** Enqueues so many jobs the quickest way it has. */
    void enqueue(int count);

    /** Begins to work and returns when so many jobs are done. */
    void drain(int count);

    @Override
    void close();
}
