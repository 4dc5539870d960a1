package io.appkernel.queue;

import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;

/** Claims jobs while there is room for them, and sleeps at Redis while there are none. */
final class Fetching {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    /** Redis 6 takes a millisecond for none, and none for ever. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

    private final JobQueue queue;
    private final Desk desk;
    private final Work work;
    private final UnifiedJedis blocking;

    Fetching(JobQueue queue, Desk desk, Work work, UnifiedJedis blocking) {
        this.queue = queue;
        this.desk = desk;
        this.work = work;
        this.blocking = blocking;
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
            queue.await(blocking, wait(claims));
        }
    }

    private static Duration wait(Claims claims) {
        return claims.nextDue()
                .filter(due -> due.compareTo(LONGEST_WAIT) < 0)
                .map(due -> due.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : due)
                .orElse(LONGEST_WAIT);
    }
}
