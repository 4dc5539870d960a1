package io.appkernel.bench.jobs;

import io.agroal.api.AgroalDataSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.scheduling.BackgroundJob;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** JobRunr on PostgreSQL. Public because JobRunr calls it. */
public final class JobRunner implements Peer {
    private static final String PAYLOAD = "x".repeat(100);
    private static final AtomicLong DONE = new AtomicLong();

    private final AgroalDataSource pool;

    JobRunner(AgroalDataSource pool) {
        this.pool = pool;
        JobRunr.configure()
                .useStorageProvider(new PostgresStorageProvider(pool))
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(8)
                                .andPollInterval(Duration.ofSeconds(5)),
                        false)
                .initialize();
    }

    /** What a job does; JobRunr finds it by its name. */
    public static void noop(String payload) {
        DONE.incrementAndGet();
    }

    @Override
    public String title() {
        return "JobRunr";
    }

    @Override
    public void enqueue(int count) {
        BackgroundJob.enqueue(IntStream.range(0, count).mapToObj(i -> PAYLOAD), payload -> JobRunner.noop(payload));
    }

    @Override
    public long drain(int count) {
        DONE.set(0);
        long begin = System.nanoTime();
        BackgroundJobServer server = JobRunr.getBackgroundJobServer();
        server.start();
        while (DONE.get() < count) {
            LockSupport.parkNanos(500_000);
        }
        long nanos = System.nanoTime() - begin;
        server.stop();
        return nanos;
    }

    @Override
    public void close() {
        JobRunr.destroy();
        pool.close();
    }
}
