package io.appkernel.queue;

import io.appkernel.redis.Redis;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;

/** Claims jobs while there is room for them, and sleeps at Redis while there are none. */
final class Fetching implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Redis 6 takes a millisecond for none, and none for ever. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final JobQueue queue;
    private final Desk desk;
    private final Work work;
    private final Redis redis;
    private @Nullable UnifiedJedis blocking;

    Fetching(JobQueue queue, Desk desk, Work work, Redis redis) {
        this.queue = queue;
        this.desk = desk;
        this.work = work;
        this.redis = redis;
    }

    void step() throws InterruptedException {
        int room = desk.room();
        if (room <= 0) {
            desk.awaitRoom(LONGEST_WAIT.toMillis());
            return;
        }
        Claims claims = queue.claim(room);
        desk.fetched(claims.jobs().stream()
                .map(claim -> new Run(claim, work.timeout(claim).toNanos()))
                .toList());
        if (claims.jobs().isEmpty() && desk.isFetching()) {
            queue.await(blocking(), wait(claims));
        }
    }

    /** Sentinels and clusters may be away when the node starts, so nobody asks them before there is a job to wait for. */
    private synchronized UnifiedJedis blocking() {
        UnifiedJedis open = blocking;
        if (open == null) {
            open = redis.blocking(1);
            blocking = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (blocking != null) {
            blocking.close();
            blocking = null;
        }
    }

    private static Duration wait(Claims claims) {
        return claims.nextDue()
                .filter(due -> due.compareTo(LONGEST_WAIT) < 0)
                .map(due -> due.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : due)
                .orElse(LONGEST_WAIT);
    }
}
