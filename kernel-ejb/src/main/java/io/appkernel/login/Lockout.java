package io.appkernel.login;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes those wait who guess: for one account from one address after a few wrong passwords, from all addresses together
 * after many. In the database, so that every instance knows. An account that does not exist is guarded alike. A row is
 * kept for an hour and costs its maker a computed hash, so their number is bounded. Thread-safe.
 */
final class Lockout {
    static final String TABLE = "kernel_auth_lockouts";

    /** After so long without a failure all is forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);

    private static final int FAILURES_PER_PURGE = 100;

    private final Db db;
    private final LoginSettings settings;
    private final InstantSource clock;
    private final AtomicInteger failures = new AtomicInteger();
    private final String select;
    private final String count;
    private final String insert;
    private final String forget;
    private final String purge;

    Lockout(Database database, Db db, LoginSettings settings, InstantSource clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
        Dialect dialect = database.dialect();
        String table = "[" + TABLE + "]";
        this.select = dialect.sql("SELECT [id], [failures], [last_ms] FROM " + table + " WHERE [id] IN (?, ?)");
        this.count = dialect.sql(
                "UPDATE " + table
                        + " SET [failures] = CASE WHEN [last_ms] < ? THEN 1 ELSE [failures] + 1 END, [last_ms] = ? WHERE [id] = ?");
        this.insert = dialect.sql("INSERT INTO " + table + " ([id], [failures], [last_ms]) VALUES (?, 1, ?)");
        this.forget = dialect.sql("DELETE FROM " + table + " WHERE [id] IN (?, ?)");
        this.purge = dialect.sql("DELETE FROM " + table + " WHERE [last_ms] < ?");
    }

    /** Attempts at one account from one address. */
    record Attempt(String here, String anywhere) {
        static Attempt of(String account, String ip) {
            return new Attempt(Digest.of("here", account, ip), Digest.of("anywhere", account));
        }
    }

    private record Row(String id, long failures, long lastMillis) {}

    /**
     * Lets an attempt through, or not.
     *
     * @return whether there is anything to forget once it succeeds
     * @throws LockedException while it must wait
     */
    boolean check(Attempt attempt) {
        long now = clock.millis();
        List<Row> rows = db.rows(
                select,
                row -> new Row(row.getString(1), row.getLong(2), row.getLong(3)),
                attempt.here(),
                attempt.anywhere());
        long until = 0;
        for (Row row : rows) {
            int forgiven = row.id().equals(attempt.here()) ? settings.lockAfter() : settings.lockAfterAnywhere();
            until = Math.max(
                    until, row.lastMillis() + delay(row.failures(), forgiven).toMillis());
        }
        if (now < until) {
            throw new LockedException(Duration.ofMillis(until - now).plusMillis(999));
        }
        return !rows.isEmpty();
    }

    private Duration delay(long failed, int forgiven) {
        if (failed < forgiven) {
            return Duration.ZERO;
        }
        long doublings = Math.min(failed - forgiven, 20);
        Duration delay = settings.lockFirst().multipliedBy(1L << doublings);
        return delay.compareTo(settings.lockLongest()) < 0 ? delay : settings.lockLongest();
    }

    /** Notes a wrong attempt; outside of transactions, which would undo that. */
    void failed(Attempt attempt) {
        count(attempt.here());
        count(attempt.anywhere());
        if (failures.incrementAndGet() % FAILURES_PER_PURGE == 0) {
            db.update(purge, clock.millis() - MEMORY.toMillis());
        }
    }

    private void count(String id) {
        long now = clock.millis();
        if (raise(id, now)) {
            return;
        }
        try {
            db.update(insert, id, now);
        } catch (KernelException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            raise(id, now);
        }
    }

    private boolean raise(String id, long now) {
        return db.update(count, now - MEMORY.toMillis(), now, id) == 1;
    }

    /** Forgets the failures. */
    void succeeded(Attempt attempt) {
        db.update(forget, attempt.here(), attempt.anywhere());
    }
}
