package io.appkernel.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import io.appkernel.queue.Claim;
import io.appkernel.queue.Entry;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.Outcome;
import io.appkernel.queue.Priority;
import java.time.Duration;
import java.util.Optional;

/**
 * Enqueues the task that a job names for its end, before the queue hears of that end: a crash between the two repeats it,
 * and the id absorbs the repetition.
 */
final class Chains {
    private final JobParts parts;
    private final Queues queues;

    Chains(JobParts parts, Queues queues) {
        this.parts = parts;
        this.queues = queues;
    }

    /** Whether the job may name a task for such an end. */
    boolean mayFollow(Outcome outcome) {
        String body = outcome.claim().body();
        return outcome instanceof Outcome.Done && body.contains("\"success\":")
                || outcome instanceof Outcome.Dead && body.contains("\"failure\":");
    }

    void follow(Outcome outcome) {
        JobText.Body body = parts.text().read(outcome.claim().body());
        if (outcome instanceof Outcome.Done done) {
            follow(body, "success", done, done.note());
        } else if (outcome instanceof Outcome.Dead dead) {
            follow(body, "failure", dead, dead.note());
        }
    }

    /** The same for an end however often it is told, another for each time the job was given up. */
    private static String id(Claim claim, String way) {
        return claim.id() + ":" + way + (claim.round() == 0 ? "" : ":" + claim.round());
    }

    private void follow(JobText.Body body, String way, Outcome outcome, String note) {
        Optional<String> task = body.text(way);
        Optional<JobQueue> queue = task.flatMap(parts.registry()::task).map(known -> queues.of(known.queue()));
        if (task.isEmpty() || queue.isEmpty()) {
            return;
        }
        JsonNode end = parts.text().note(note);
        String id = outcome.claim().id();
        JobEnd payload = new JobEnd(
                id,
                body.task(),
                parts.text().plain(end.get("result")),
                Optional.ofNullable(end.get("error")).map(JsonNode::asText),
                body.metadata());
        JobText.Envelope envelope = new JobText.Envelope(
                parts.clock().instant(),
                task.get(),
                parts.settings().timeout(),
                body.text("user"),
                body.text("workspace"),
                body.text("request"),
                Optional.empty(),
                Optional.empty(),
                false,
                body.metadata());
        queue.get()
                .enqueue(new Entry(
                        id(outcome.claim(), way),
                        parts.text().body(envelope, parts.text().write(payload)),
                        Priority.NORMAL,
                        body.text("workspace").or(() -> body.text("user")).orElse(""),
                        Duration.ZERO,
                        parts.settings().maxAttempts(),
                        Optional.empty(),
                        body.text("user"),
                        Optional.empty()));
    }
}
