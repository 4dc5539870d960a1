package io.appkernel.jobs;

import io.appkernel.cron.Schedule;
import io.appkernel.queue.Entry;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Enqueues recurring tasks when it is time. Every worker node tries; Redis takes each moment once. Not thread-safe.
 */
final class Recurrence {
    private final Map<String, Schedule> schedules;
    private final JobParts parts;
    private final Queues queues;

    Recurrence(Map<String, Schedule> schedules, JobParts parts, Queues queues) {
        this.schedules = schedules;
        this.parts = parts;
        this.queues = queues;
    }

    /** Enqueues what is due; answers how long until something is again. */
    Duration step() {
        Instant now = parts.clock().instant();
        Duration wait = Duration.ofMinutes(1);
        for (Map.Entry<String, Schedule> one : schedules.entrySet()) {
            String task = one.getKey();
            Schedule schedule = one.getValue();
            JobQueue queue = queue(task);
            Optional<Instant> last = queue.lastTick(task);
            if (last.isEmpty()) {
                queue.startSchedule(task, now);
            } else {
                schedule.due(last.get(), now).forEach(moment -> queue.enqueue(entry(task, moment)));
            }
            Duration next = schedule.next(now)
                    .map(moment -> Duration.between(now, moment))
                    .orElse(wait);
            wait = next.compareTo(wait) < 0 ? next : wait;
        }
        return wait;
    }

    private JobQueue queue(String task) {
        return queues.of(parts.registry()
                .task(task)
                .orElseThrow(() -> new IllegalStateException("A schedule names no task"))
                .queue());
    }

    private Entry entry(String task, Instant moment) {
        JobText.Envelope envelope = new JobText.Envelope(
                parts.clock().instant(),
                task,
                parts.settings().timeout(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Map.of("scheduled_for", moment.toString()));
        return new Entry(
                task + ":" + moment,
                parts.text().body(envelope, "null"),
                Priority.NORMAL,
                "",
                Duration.ZERO,
                parts.settings().maxAttempts(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Entry.Tick(task, moment.toEpochMilli())));
    }
}
