package io.appkernel.db;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSourceMetrics;
import io.appkernel.metrics.Metrics;
import io.micrometer.core.instrument.FunctionTimer;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** What an operator sees of the database: on the console and as meters. */
final class DatabaseView implements DatabaseMXBean {
    private final Database database;

    DatabaseView(Database database) {
        this.database = database;
    }

    /** The meters of the pool are there only where it is the kernel's own. */
    void measure(Metrics metrics) {
        metrics.gauge("database_breaker_open", () -> isBreakerOpen() ? 1 : 0);
        metrics.counter("database_retries", database::retries);
        database.pool().map(AgroalDataSource::getMetrics).ifPresent(pool -> {
            metrics.gauge("database_pool_active", pool::activeCount);
            metrics.gauge("database_pool_idle", pool::availableCount);
            metrics.gauge("database_pool_awaiting", pool::awaitingCount);
            metrics.counter("database_pool_opened", pool::creationCount);
            metrics.counter("database_pool_leaks", pool::leakDetectionCount);
            FunctionTimer.builder(
                            "database_pool_acquisition",
                            pool,
                            AgroalDataSourceMetrics::acquireCount,
                            one -> one.blockingTimeTotal().toNanos(),
                            TimeUnit.NANOSECONDS)
                    .description("Waiting for a connection")
                    .register(metrics.registry());
        });
    }

    @Override
    public String getKind() {
        return database.kind().name();
    }

    @Override
    public boolean isBreakerOpen() {
        return database.breaker().isOpen();
    }

    @Override
    public boolean isServerPool() {
        return database.pool().isEmpty();
    }

    @Override
    public long getActive() {
        return number(AgroalDataSourceMetrics::activeCount);
    }

    @Override
    public long getIdle() {
        return number(AgroalDataSourceMetrics::availableCount);
    }

    @Override
    public long getAwaiting() {
        return number(AgroalDataSourceMetrics::awaitingCount);
    }

    @Override
    public long getMostActive() {
        return number(AgroalDataSourceMetrics::maxUsedCount);
    }

    @Override
    public long getOpened() {
        return number(AgroalDataSourceMetrics::creationCount);
    }

    @Override
    public long getLeaks() {
        return number(AgroalDataSourceMetrics::leakDetectionCount);
    }

    @Override
    public void closeIdle() {
        database.forgetIdleConnections();
    }

    private long number(ToLongFunction<AgroalDataSourceMetrics> number) {
        return database.pool()
                .map(pool -> number.applyAsLong(pool.getMetrics()))
                .orElse(-1L);
    }
}
