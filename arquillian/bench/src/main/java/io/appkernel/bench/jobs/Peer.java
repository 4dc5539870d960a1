package io.appkernel.bench.jobs;

import java.time.Duration;

/** A job queue. Payloads have 100 bytes; jobs do nothing. */
interface Peer extends AutoCloseable {
    String title();

    /** Enqueues so many jobs the quickest way it has. */
    void enqueue(int count);

    /** Begins to work; answers the nanoseconds until so many jobs were done, without those it takes to end the work. */
    long drain(int count);

    /** Processor time that its process has used so far, without Redis or the database. */
    default Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    void close();
}
