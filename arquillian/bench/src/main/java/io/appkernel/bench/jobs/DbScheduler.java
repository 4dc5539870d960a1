package io.appkernel.bench.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** db-scheduler on PostgreSQL, by the polling that its authors recommend for throughput. */
final class DbScheduler implements Peer {
    private static final String PAYLOAD = "x".repeat(100);
    private static final List<String> TABLE = List.of(
            "CREATE TABLE scheduled_tasks (task_name text NOT NULL, task_instance text NOT NULL, task_data bytea,"
                    + " execution_time timestamp with time zone NOT NULL, picked boolean NOT NULL, picked_by text,"
                    + " last_success timestamp with time zone, last_failure timestamp with time zone,"
                    + " consecutive_failures int, last_heartbeat timestamp with time zone, version bigint NOT NULL,"
                    + " priority smallint, PRIMARY KEY (task_name, task_instance))",
            "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
            "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");

    private final AgroalDataSource pool;
    private final AtomicLong done = new AtomicLong();
    private final OneTimeTask<String> task =
            Tasks.oneTime("noop", String.class).execute((instance, context) -> done.incrementAndGet());

    DbScheduler(AgroalDataSource pool) throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : TABLE) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public String title() {
        return "db-scheduler";
    }

    @Override
    public void enqueue(int count) {
        SchedulerClient client = SchedulerClient.Builder.create(pool, task).build();
        for (int from = 0; from < count; from += 1000) {
            List<TaskInstance<?>> instances = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + 1000); i++) {
                instances.add(task.instance(UUID.randomUUID().toString(), PAYLOAD));
            }
            client.scheduleBatch(instances, Instant.now());
        }
    }

    @Override
    public long drain(int count) {
        done.set(0);
        long begin = System.nanoTime();
        Scheduler scheduler = Scheduler.create(pool, task)
                .threads(8)
                .pollUsingLockAndFetch(4.0, 20.0)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        scheduler.start();
        while (done.get() < count) {
            LockSupport.parkNanos(500_000);
        }
        long nanos = System.nanoTime() - begin;
        scheduler.stop();
        return nanos;
    }

    @Override
    public void close() {
        pool.close();
    }
}
