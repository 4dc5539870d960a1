package io.appkernel.outbox;

import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.Entry;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.Outcome;
import io.appkernel.queue.Stored;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Jobs that are enqueued in a transaction: written with the data, moved to Redis after the commit, and kept until their
 * end is known, so that they outlive even a Redis that forgets. Any node moves any job; ids absorb what is moved twice.
 * Thread-safe.
 */
public final class Outbox {
    /** After so long a job that was sent is looked for. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final int MOST = 200;

    private final Db db;
    private final OutboxTable table;
    private final Function<String, JobQueue> queues;
    private final InstantSource clock;
    private final Semaphore work = new Semaphore(0);
    private final ConcurrentLinkedQueue<String> ended = new ConcurrentLinkedQueue<>();

    /** @param queues the queue of a name */
    public Outbox(Database database, Db db, Json json, Function<String, JobQueue> queues, InstantSource clock) {
        this.db = db;
        this.table = new OutboxTable(database.dialect(), json);
        this.queues = queues;
        this.clock = clock;
    }

    /** Whether the caller is in a transaction, which its jobs must share. */
    public boolean isNeeded() {
        return db.isInTransaction();
    }

    /** Writes the jobs in the caller's transaction. */
    public void add(String queue, List<Entry> entries) {
        db.useConnection(connection -> table.insert(connection, queue, entries, clock.millis()));
        db.afterCommit(this::wake);
    }

    /** Notes the end of a job, if it came from here; {@link #clear} forgets it. */
    public void ended(Outcome outcome) {
        boolean over = !(outcome instanceof Outcome.Retry || outcome instanceof Outcome.HandedBack);
        if (over && outcome.claim().body().contains("\"outbox\":true")) {
            ended.add(outcome.claim().id());
            work.release();
        }
    }

    /** Waits until there is something to do here, or for so long. */
    public void await(Duration longest) throws InterruptedException {
        if (work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            work.drainPermits();
        }
    }

    /** Ends {@link #await} at once. */
    public void wake() {
        work.release();
    }

    /** Does all there is to do: moves what is new, forgets what has ended, and looks for what was not heard of. */
    public void step() {
        while (move() == MOST) {
            // There is more.
        }
        clear();
        while (lookFor() == MOST) {
            // There is more.
        }
    }

    private int move() {
        return db.inTransaction(() -> db.withConnection(connection -> {
            List<OutboxTable.Row> rows = table.lock(connection, 0, 0, MOST);
            send(connection, rows, clock.millis());
            return rows.size();
        }));
    }

    private static List<String> ids(List<OutboxTable.Row> rows) {
        return rows.stream().map(OutboxTable.Row::id).toList();
    }

    /** A row whose job was not taken, because another has its unique key, has no more to wait for. */
    private void send(Connection connection, List<OutboxTable.Row> rows, long now) throws SQLException {
        Map<String, List<Entry>> byQueue = new LinkedHashMap<>();
        for (OutboxTable.Row row : rows) {
            byQueue.computeIfAbsent(row.queue(), any -> new ArrayList<>()).add(left(row, now));
        }
        List<String> known = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        byQueue.forEach((queue, entries) -> {
            List<Enqueued> answers = queues.apply(queue).enqueueAll(entries);
            for (int i = 0; i < entries.size(); i++) {
                String id = entries.get(i).id();
                (answers.get(i).id().equals(id) ? known : refused).add(id);
            }
        });
        if (!known.isEmpty()) {
            table.sent(connection, known, now);
        }
        if (!refused.isEmpty()) {
            table.delete(connection, refused);
        }
    }

    /** A delay counts from when the job was enqueued. */
    private static Entry left(OutboxTable.Row row, long now) {
        Entry entry = row.entry();
        Duration left = entry.delay().minusMillis(now - row.createdMillis());
        return entry.delayed(left.isNegative() ? Duration.ZERO : left);
    }

    /** Forgets the jobs whose end was noted. */
    public void clear() {
        List<String> batch = new ArrayList<>();
        for (String id = ended.poll(); id != null; id = ended.poll()) {
            batch.add(id);
            if (batch.size() == MOST) {
                delete(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            delete(batch);
        }
    }

    /** What is not forgotten here, because the node or the database goes down, is found by {@link #lookFor}. */
    private void delete(List<String> ids) {
        db.inTransaction(() -> db.useConnection(connection -> table.delete(connection, ids)));
    }

    private int lookFor() {
        return db.inTransaction(() -> db.withConnection(connection -> {
            long now = clock.millis();
            List<OutboxTable.Row> rows = table.lock(connection, 1, now - PATIENCE.toMillis(), MOST);
            List<OutboxTable.Row> lost = new ArrayList<>();
            List<String> over = new ArrayList<>();
            List<String> pending = new ArrayList<>();
            Map<String, Stored> known = known(rows);
            for (OutboxTable.Row row : rows) {
                Stored stored = known.get(row.id());
                if (stored == null) {
                    lost.add(row);
                } else {
                    (stored.state().isFinal() ? over : pending).add(row.id());
                }
            }
            send(connection, lost, now);
            if (!over.isEmpty()) {
                table.delete(connection, over);
            }
            if (!pending.isEmpty()) {
                table.sent(connection, pending, now);
            }
            return rows.size();
        }));
    }

    private Map<String, Stored> known(List<OutboxTable.Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(OutboxTable.Row::queue)).entrySet().stream()
                .flatMap(queue -> queues.apply(queue.getKey()).get(ids(queue.getValue())).stream())
                .collect(Collectors.toMap(Stored::id, Function.identity(), (one, other) -> one));
    }
}
