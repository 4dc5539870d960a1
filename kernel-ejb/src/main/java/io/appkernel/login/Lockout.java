package io.appkernel.login;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.db.Dialect;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.net.ClientAddress;
import io.appkernel.users.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes those wait who guess: for one account from one address after a few wrong passwords, from all addresses together
 * after many, but then not those from where it was logged in to of late. In the database, so that every instance knows.
 * An account that does not exist is guarded alike. A row is kept for an hour, that of a place for a month, and costs its
 * maker a computed hash, so their number is bounded. Thread-safe.
 */
final class Lockout {
    static final String TABLE = "kernel_auth_lockouts";
    static final String PLACES = "kernel_auth_known_places";

    /** After so long without a failure all is forgotten. */
    static final Duration MEMORY = Duration.ofHours(1);

    private static final Duration OF_LATE = Duration.ofDays(30);
    /** A place is not written down at every login. */
    private static final Duration JUST_NOW = Duration.ofDays(1);

    private static final int FAILURES_PER_PURGE = 100;

    private final Db db;
    private final LoginSettings settings;
    private final InstantSource clock;
    private final AtomicInteger failures = new AtomicInteger();
    private final String select;
    private final String count;
    private final String insert;
    private final String forget;
    private final String forgive;
    private final String purge;
    private final String visit;
    private final String arrive;
    private final String purgePlaces;

    Lockout(Database database, Db db, LoginSettings settings, InstantSource clock) {
        this.db = db;
        this.settings = settings;
        this.clock = clock;
        Dialect dialect = database.dialect();
        String table = "[" + TABLE + "]";
        String places = "[" + PLACES + "]";
        this.select = dialect.sql("SELECT [id], [failures], [last_ms] FROM " + table + " WHERE [id] IN (?, ?)"
                + " UNION ALL SELECT [id], 0, [last_ms] FROM " + places + " WHERE [id] = ?");
        this.count = dialect.sql(
                "UPDATE " + table
                        + " SET [failures] = CASE WHEN [last_ms] < ? THEN 1 ELSE [failures] + 1 END, [last_ms] = ? WHERE [id] = ?");
        this.insert = dialect.sql(
                "INSERT INTO " + table + " ([id], [account], [failures], [last_ms])" + " VALUES (?, ?, 1, ?)");
        this.forget = dialect.sql("DELETE FROM " + table + " WHERE [id] = ? OR ([id] = ? AND [failures] < ?)");
        this.forgive = dialect.sql("DELETE FROM " + table + " WHERE [account] = ?");
        this.purge = dialect.sql("DELETE FROM " + table + " WHERE [last_ms] < ?");
        this.visit = dialect.sql("UPDATE " + places + " SET [last_ms] = ? WHERE [id] = ?");
        this.arrive = dialect.sql("INSERT INTO " + places + " ([last_ms], [id]) VALUES (?, ?)");
        this.purgePlaces = dialect.sql("DELETE FROM " + places + " WHERE [last_ms] < ?");
    }

    /** Attempts at one account from one address. */
    record Attempt(String account, String here, String anywhere) {
        /** An account that there is, whichever of its names was given. */
        static Attempt at(User user, String ip) {
            return of(Digest.of("user", user.id()), ip);
        }

        /** A name that nobody has. */
        static Attempt at(String name, String ip) {
            return of(Digest.of("name", name), ip);
        }

        private static Attempt of(String account, String ip) {
            String place = ClientAddress.neighbourhood(ip);
            return new Attempt(account, Digest.of("here", account, place), Digest.of("anywhere", account));
        }
    }

    /** Failures, or none for a place where somebody logged in. */
    private record Row(String id, long failures, long lastMillis) {}

    /**
     * What was before an attempt.
     *
     * @param failed whether there is anything to forget once it succeeds
     * @param loggedInMillis when somebody last logged in to the account from there, to the day; 0 for never
     */
    record Past(boolean failed, long loggedInMillis) {}

    /**
     * Lets an attempt through, or not.
     *
     * @throws LockedException while it must wait
     */
    Past check(Attempt attempt) {
        long now = clock.millis();
        List<Row> rows = db.rows(
                select,
                row -> new Row(row.getString(1), row.getLong(2), row.getLong(3)),
                attempt.here(),
                attempt.anywhere(),
                attempt.here());
        long loggedIn = rows.stream()
                .filter(row -> row.failures() == 0)
                .mapToLong(Row::lastMillis)
                .max()
                .orElse(0);
        long here = until(rows, attempt.here(), settings.lockAfter());
        long anywhere = until(rows, attempt.anywhere(), settings.lockAfterAnywhere());
        long until = now - loggedIn > OF_LATE.toMillis() ? Math.max(here, anywhere) : here;
        if (now < until) {
            throw new LockedException(Duration.ofMillis(until - now).plusMillis(999));
        }
        return new Past(rows.stream().anyMatch(row -> row.failures() > 0), loggedIn);
    }

    private long until(List<Row> rows, String id, int forgiven) {
        return rows.stream()
                .filter(row -> row.id().equals(id) && row.failures() > 0)
                .mapToLong(row ->
                        row.lastMillis() + delay(row.failures(), forgiven).toMillis())
                .max()
                .orElse(0);
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
        count(attempt.here(), attempt.account());
        count(attempt.anywhere(), attempt.account());
        if (failures.incrementAndGet() % FAILURES_PER_PURGE == 0) {
            db.update(purge, clock.millis() - MEMORY.toMillis());
            db.update(purgePlaces, clock.millis() - OF_LATE.toMillis());
        }
    }

    private void count(String id, String account) {
        long now = clock.millis();
        if (!raise(id, now) && !inserted(insert, id, account, now)) {
            raise(id, now);
        }
    }

    /** False when somebody was quicker. */
    private boolean inserted(String sql, Object... values) {
        try {
            return db.update(sql, values) == 1;
        } catch (KernelException e) {
            if (e.code() != ErrorCode.CONFLICT) {
                throw e;
            }
            return false;
        }
    }

    private boolean raise(String id, long now) {
        return db.update(count, now - MEMORY.toMillis(), now, id) == 1;
    }

    /** Forgets the failures, those from elsewhere unless they are so many that somebody guesses there. */
    void succeeded(Attempt attempt) {
        db.update(forget, attempt.here(), attempt.anywhere(), settings.lockAfterAnywhere());
    }

    /** From here the account was logged in to. */
    void remember(Attempt attempt, Past past) {
        long now = clock.millis();
        if (now - past.loggedInMillis() < JUST_NOW.toMillis()) {
            return;
        }
        if (db.update(visit, now, attempt.here()) == 0) {
            inserted(arrive, now, attempt.here());
        }
    }

    /** Forgets every failure at an account, for its password is another. */
    void forgive(User user) {
        db.update(forgive, Digest.of("user", user.id()));
    }
}
