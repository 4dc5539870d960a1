package io.appkernel.store;

import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lets those who look for the same row go one after the other, each until its transaction has ended. In this process by
 * permits; across processes PostgreSQL by a lock of the transaction and MySQL by the gap its locking read closes. An H2
 * file belongs to one process. Thread-safe.
 */
final class UpsertTurns {
    private static final int LANES = 256;
    private static final int PATIENCE_SECONDS = 10;

    private final DatabaseKind kind;
    private final EntityManagers managers;
    private final List<Semaphore> lanes =
            Stream.generate(() -> new Semaphore(1)).limit(LANES).toList();
    private final ThreadLocal<Set<Integer>> held = ThreadLocal.withInitial(ConcurrentHashMap::newKeySet);

    UpsertTurns(DatabaseKind kind, EntityManagers managers) {
        this.kind = kind;
        this.managers = managers;
    }

    /**
     * Waits for the turn; it ends with the transaction.
     *
     * @param key as text, which is the same in every process
     */
    void take(EntityManager manager, String table, List<String> key) {
        int hash = 31 * table.hashCode() + key.hashCode();
        int lane = Math.floorMod(hash, LANES);
        Set<Integer> mine = held.get();
        if (!mine.contains(lane)) {
            enter(lane);
            mine.add(lane);
            managers.afterwards(() -> leave(lane, mine));
        }
        if (kind == DatabaseKind.POSTGRESQL) {
            manager.createNativeQuery("SELECT CAST(pg_advisory_xact_lock(?, ?) AS text)")
                    .setParameter(1, table.hashCode())
                    .setParameter(2, key.hashCode())
                    .getResultList();
        }
    }

    private void enter(int lane) {
        try {
            if (!lanes.get(lane).tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new KernelException(
                        ErrorCode.UNAVAILABLE, "Others have been saving the same for too long. Try again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KernelException(ErrorCode.UNAVAILABLE, "The save was interrupted.");
        }
    }

    private void leave(int lane, Set<Integer> mine) {
        mine.remove(lane);
        if (mine.isEmpty()) {
            held.remove();
        }
        lanes.get(lane).release();
    }
}
