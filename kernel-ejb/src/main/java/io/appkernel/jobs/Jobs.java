package io.appkernel.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.outbox.Outbox;
import io.appkernel.queue.Cancellation;
import io.appkernel.queue.Depth;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.Entry;
import io.appkernel.queue.JobQueue;
import io.appkernel.queue.QueueState;
import io.appkernel.queue.Stored;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Work for later, done by {@link Task} methods on any worker node: {@code jobs.enqueue("send_email", mail)}. To inject.
 *
 * <p>What is accepted is done at least once. Inside a transaction a job is written with the data and reaches the workers
 * after the commit; after a rollback there never was a job. Outside of one it is in Redis when the call returns; while
 * Redis is away the call is refused as unavailable. Thread-safe.
 */
public final class Jobs {
    private static final int MOST_LOOKED_THROUGH = 5_000;
    private static final int LOOKED_AT_ONCE = 200;

    /** What follows on a job has its id and a word more. */
    private static final int LONGEST_ID = 180;

    private final JobRegistry registry;
    private final Queues queues;
    private final Outbox outbox;
    private final JobText text;
    private final JobsSettings settings;
    private final Calls calls;
    private final InstantSource clock;

    Jobs(JobParts parts, Queues queues, Outbox outbox) {
        this.registry = parts.registry();
        this.text = parts.text();
        this.settings = parts.settings();
        this.calls = parts.calls();
        this.clock = parts.clock();
        this.queues = queues;
        this.outbox = outbox;
    }

    /** Enqueues a job; the payload is kept as JSON. A task nobody handles is refused. */
    public Enqueued enqueue(String task, @Nullable Object payload) {
        return enqueue(task, payload, JobOptions.standard());
    }

    public Enqueued enqueue(String task, @Nullable Object payload, JobOptions options) {
        JobQueue queue = queueOf(task, options);
        boolean later = outbox.isNeeded();
        Entry entry = entry(task, payload, options, later);
        if (!later) {
            return queue.enqueue(entry);
        }
        outbox.add(queue.name(), List.of(entry));
        return new Enqueued(entry.id(), true);
    }

    /** Enqueues a job for each payload, in few round trips. */
    public List<Enqueued> enqueueMany(String task, Collection<?> payloads) {
        return enqueueMany(task, payloads, JobOptions.standard());
    }

    /** The same with options, in which neither an id nor a unique key makes sense. */
    public List<Enqueued> enqueueMany(String task, Collection<?> payloads, JobOptions options) {
        if (payloads.size() > 1
                && (options.id().isPresent() || options.uniqueKey().isPresent())) {
            throw new KernelException(ErrorCode.INVALID, "Many jobs cannot share one id or unique key.");
        }
        JobQueue queue = queueOf(task, options);
        boolean later = outbox.isNeeded();
        List<Entry> entries = new ArrayList<>(payloads.size());
        for (Object payload : payloads) {
            entries.add(entry(task, payload, options, later));
        }
        if (!later) {
            return queue.enqueueAll(entries);
        }
        outbox.add(queue.name(), entries);
        return entries.stream().map(entry -> new Enqueued(entry.id(), true)).toList();
    }

    private JobQueue queueOf(String task, JobOptions options) {
        options.onSuccess().ifPresent(this::known);
        options.onFailure().ifPresent(this::known);
        return queues.of(known(task).queue());
    }

    private JobRegistry.Known known(String task) {
        return registry.task(task)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.INVALID,
                        "No handler is there for the task \"" + task + "\"; there are "
                                + (registry.tasks().isEmpty() ? "none" : String.join(", ", registry.tasks()))
                                + ". Annotate a method with @Task(\"" + task + "\")."));
    }

    private Entry entry(String task, @Nullable Object payload, JobOptions options, boolean fromOutbox) {
        if (options.id().filter(id -> id.length() > LONGEST_ID).isPresent()) {
            throw new KernelException(ErrorCode.INVALID, "The id of a job has at most " + LONGEST_ID + " characters.");
        }
        Optional<Call> call = calls.current();
        Optional<String> user = options.user().or(() -> call.flatMap(Call::userId));
        Optional<String> workspace = call.flatMap(Call::workspaceId);
        JobText.Envelope envelope = new JobText.Envelope(
                clock.instant(),
                task,
                options.timeout().orElse(settings.timeout()),
                user,
                workspace,
                call.map(Call::requestId),
                options.onSuccess(),
                options.onFailure(),
                fromOutbox,
                options.metadata());
        try {
            return new Entry(
                    options.id()
                            .orElseGet(
                                    () -> UuidCreator.getTimeOrderedEpochFast().toString()),
                    text.body(envelope, text.payload(task, payload)),
                    options.priority(),
                    options.tenant().or(() -> workspace).or(() -> user).orElse(""),
                    options.delay(),
                    options.maxAttempts().orElse(settings.maxAttempts()),
                    options.uniqueKey(),
                    user,
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw new KernelException(ErrorCode.INVALID, e.getMessage() + ".", List.of(), e);
        }
    }

    /** A job as it stands; one that waits for its transaction to commit is not there yet. */
    public Optional<Job> get(String id) {
        return queues.all().stream()
                .flatMap(queue -> queue.get(id).map(stored -> job(queue.name(), stored)).stream())
                .findFirst();
    }

    /**
     * The newest jobs that the filter lets through, the newest first. The newest 5000 of each queue are looked through.
     *
     * @param user whose jobs; everybody's when empty
     */
    public List<Job> newest(Optional<String> user, Predicate<Job> filter) {
        return listed(queue -> queue.newest(user, MOST_LOOKED_THROUGH), filter);
    }

    /** Jobs that were given up, the newest first; up to 5000 of each queue. */
    public List<Job> dead() {
        return listed(queue -> queue.dead(0, MOST_LOOKED_THROUGH), job -> job.state() == QueueState.DEAD);
    }

    private List<Job> listed(Function<JobQueue, List<String>> ids, Predicate<Job> filter) {
        List<Job> found = new ArrayList<>();
        for (JobQueue queue : queues.all()) {
            List<String> all = ids.apply(queue);
            for (int from = 0; from < all.size(); from += LOOKED_AT_ONCE) {
                queue.get(all.subList(from, Math.min(all.size(), from + LOOKED_AT_ONCE))).stream()
                        .map(stored -> job(queue.name(), stored))
                        .filter(filter)
                        .forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(Job::enqueuedAt).thenComparing(Job::id).reversed());
        return found;
    }

    private Job job(String queue, Stored stored) {
        JobText.Body body = text.readBrief(stored.body());
        JsonNode note = text.note(stored.note());
        JsonNode progress = text.note(stored.progress());
        return new Job(
                stored.id(),
                body.task(),
                queue,
                stored.state(),
                stored.priority(),
                attempts(stored, note),
                stored.maxAttempts(),
                body.at(),
                stored.due(),
                moment(note, "started"),
                moment(note, "ended"),
                body.text("user"),
                text.plain(note.get("result")),
                Optional.ofNullable(note.get("error")).map(JsonNode::asText),
                progress.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Job.Progress(
                                progress.path("percent").asInt(),
                                progress.path("message").asText())),
                body.metadata());
    }

    /** The queue forgets how often a job was tried in vain once it has ended. */
    private static int attempts(Stored stored, JsonNode note) {
        if (stored.state().isFinal()) {
            return Math.min(note.path("attempt").asInt(), stored.maxAttempts());
        }
        return stored.failures() + (stored.state() == QueueState.ACTIVE ? 1 : 0);
    }

    private static Optional<Instant> moment(JsonNode note, String field) {
        return Optional.ofNullable(note.get(field)).map(at -> Instant.ofEpochMilli(at.asLong()));
    }

    /** Stops a job: one that waits at once, one that runs by interrupting its handler within about a second. */
    public Cancellation cancel(String id) {
        String note = text.neverRan(clock.instant(), "cancelled");
        for (JobQueue queue : queues.all()) {
            Cancellation answer = queue.cancel(id, note);
            if (answer != Cancellation.UNKNOWN) {
                return answer;
            }
        }
        return Cancellation.UNKNOWN;
    }

    /** Enqueues a job again that was given up; false when there is none such. */
    public boolean retry(String id) {
        return queues.all().stream().anyMatch(queue -> queue.redrive(List.of(id)) == 1);
    }

    /** Forgets a job that was given up, so that its id is free again; false when there is none such. */
    public boolean discard(String id) {
        return queues.all().stream().anyMatch(queue -> queue.discard(List.of(id)) == 1);
    }

    /** Enqueues all jobs of a queue again that were given up until now; answers how many. */
    public int retryAll(String queue) {
        JobQueue known = queue(queue);
        // Some may die again meanwhile, and are then the youngest: those that are dead now are tried once.
        long left = known.depth().dead();
        int count = 0;
        while (left > 0) {
            List<String> ids = known.longestDead((int) Math.min(left, LOOKED_AT_ONCE));
            count += known.redrive(ids);
            left = ids.isEmpty() ? 0 : left - ids.size();
        }
        return count;
    }

    /** How much stands where, by queue. */
    public Map<String, Depth> queueStatus() {
        Map<String, Depth> status = new TreeMap<>();
        queues.all().forEach(queue -> status.put(queue.name(), queue.depth()));
        return status;
    }

    /** No worker takes jobs of this queue until {@link #resume}; those that run go on. */
    public void pause(String queue) {
        queue(queue).pause();
    }

    public void resume(String queue) {
        queue(queue).resume();
    }

    private JobQueue queue(String name) {
        return queues.find(name)
                .orElseThrow(() -> new KernelException(
                        ErrorCode.NOT_FOUND,
                        "There is no queue \"" + name + "\"; there are "
                                + String.join(
                                        ", ",
                                        queues.all().stream()
                                                .map(JobQueue::name)
                                                .toList()) + "."));
    }
}
