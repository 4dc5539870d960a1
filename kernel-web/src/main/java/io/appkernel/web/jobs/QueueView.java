package io.appkernel.web.jobs;

import io.appkernel.queue.Depth;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much stands where in a queue.
 *
 * @param waiting jobs that could run now, of every priority
 * @param dead jobs that were given up
 * @param tenants for how many tenants jobs wait
 * @param oldestAt when the job was enqueued that waits longest
 */
public record QueueView(
        String name,
        boolean paused,
        long waiting,
        long high,
        long normal,
        long low,
        long delayed,
        long active,
        long dead,
        long tenants,
        @Nullable Instant oldestAt) {
    static QueueView from(String name, Depth depth) {
        return new QueueView(
                name,
                depth.paused(),
                depth.waiting(),
                depth.high(),
                depth.normal(),
                depth.low(),
                depth.delayed(),
                depth.active(),
                depth.dead(),
                depth.tenants(),
                depth.oldest().orElse(null));
    }
}
