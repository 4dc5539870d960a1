package io.appkernel.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.errors.KernelException;
import io.appkernel.outbox.Outbox;
import io.appkernel.queue.Claim;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.Outcome;
import io.appkernel.queue.Run;
import io.appkernel.queue.Work;
import io.appkernel.redis.RedisException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Does the jobs of one queue by the handlers of their tasks. Thread-safe. */
final class TaskWork implements Work {
    private static final int LONGEST_ERROR = 2000;

    private final JobQueue queue;
    private final JobParts parts;
    private final Chains chains;
    private final Outbox outbox;
    private final JobMeters meters;

    TaskWork(JobQueue queue, JobParts parts, Chains chains, Outbox outbox, JobMeters meters) {
        this.queue = queue;
        this.parts = parts;
        this.chains = chains;
        this.outbox = outbox;
        this.meters = meters;
    }

    @Override
    public Outcome run(Run run) throws Exception {
        Claim claim = run.claim();
        if (claim.attempt() > claim.maxAttempts()) {
            throw new Hopeless(
                    "The workers that had the job vanished again and again, " + claim.maxAttempts()
                            + " attempts in all: it may kill the process it runs in",
                    null);
        }
        JobText.Body body = parts.text().read(claim.body());
        JobRegistry.Known known = parts.registry()
                .task(body.task())
                .orElseThrow(() ->
                        new IllegalStateException("This node has no handler for the task \"" + body.task() + "\""));
        Object payload = payload(body, known);
        Instant started = parts.clock().instant();
        Object result = handled(run, body, known, payload, started);
        meters.ran(body.task(), run.age());
        return new Outcome.Done(
                claim, parts.text().done(claim.attempt(), started, parts.clock().instant(), result));
    }

    private @Nullable Object payload(JobText.Body body, JobRegistry.Known known) throws Hopeless {
        try {
            return parts.text().payload(body, known.payload());
        } catch (JsonProcessingException e) {
            throw new Hopeless(
                    "The payload does not fit " + known.payload().getTypeName() + ": " + e.getOriginalMessage()
                            + ". Enqueue the job again once the handler can read it",
                    e);
        }
    }

    private @Nullable Object handled(
            Run run, JobText.Body body, JobRegistry.Known known, @Nullable Object payload, Instant started)
            throws Exception {
        Call call = new Call(body.text("request").orElse(run.claim().id()));
        call.by(body.text("user").orElse(null), body.text("workspace").orElse(null));
        call.put("job", run.claim().id());
        call.put("task", body.task());
        Running context = new Running(run, parts.text(), body, started, line -> tell(run.claim(), line));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(known.loader());
        try (Calls.Scope scope = parts.calls().open(call)) {
            return known.handler().handle(payload, context);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What a job tells of its progress is not worth failing for. */
    private void tell(Claim claim, String line) {
        try {
            queue.progress(claim, line);
        } catch (RedisException e) {
            parts.log().debug("progress was not kept", "job", claim.id());
        }
    }

    @Override
    public Outcome failed(Run run, Throwable why) {
        Claim claim = run.claim();
        String error = error(why);
        String task = JobText.task(claim.body());
        Instant ended = parts.clock().instant();
        String note = parts.text().failed(claim.attempt(), ended.minus(run.age()), ended, error);
        if (why instanceof Hopeless || claim.attempt() >= claim.maxAttempts()) {
            parts.log().error("a job is given up", why, "job", claim.id(), "task", task, "attempt", claim.attempt());
            return new Outcome.Dead(claim, note);
        }
        Duration delay = jittered(parts.settings().retryDelay(claim.attempt()));
        parts.log()
                .warn(
                        "a job failed and is tried again",
                        why,
                        "job",
                        claim.id(),
                        "task",
                        task,
                        "attempt",
                        claim.attempt(),
                        "delay_ms",
                        delay.toMillis());
        return new Outcome.Retry(claim, delay, note);
    }

    /** Up to a fifth more, so that jobs that failed together do not come back together. */
    private static Duration jittered(Duration delay) {
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 5 + 1));
    }

    private static String error(Throwable why) {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        for (Throwable e = why; e != null && depth < 5; e = e.getCause(), depth++) {
            boolean ours = e instanceof KernelException || e instanceof Hopeless;
            text.append(depth == 0 ? "" : " – because of ")
                    .append(ours ? "" : e.getClass().getName() + ": ")
                    .append(e.getMessage());
        }
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) + "…" : text.toString();
    }

    @Override
    public Outcome cancelled(Run run) {
        Claim claim = run.claim();
        Instant ended = parts.clock().instant();
        return new Outcome.Cancelled(
                claim, parts.text().failed(claim.attempt(), ended.minus(run.age()), ended, "cancelled"));
    }

    @Override
    public Duration timeout(Claim claim) {
        return JobText.timeout(claim.body());
    }

    @Override
    public boolean isFollowed(Outcome outcome) {
        return chains.mayFollow(outcome);
    }

    @Override
    public void before(Outcome outcome) {
        chains.follow(outcome);
    }

    @Override
    public void accepted(Outcome outcome) {
        meters.ended(JobText.task(outcome.claim().body()), outcome);
        outbox.ended(outcome);
    }

    @Override
    public void refused(Outcome outcome) {
        meters.refused();
        parts.log()
                .warn(
                        "a job's lease had gone to another worker; what came of it here does not count",
                        "job",
                        outcome.claim().id());
    }

    /** What another attempt would not change. */
    static final class Hopeless extends Exception {
        private static final long serialVersionUID = 1L;

        Hopeless(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
