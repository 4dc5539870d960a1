package io.appkernel.queue;

import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisException;
import io.appkernel.redis.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ZRangeParams;

/**
 * One queue. What {@link #enqueue} answered for is done at least once, as long as Redis keeps its data: by its owner,
 * or, when that one's lease ends, by another. Thread-safe; every method is one round trip unless it says otherwise.
 */
public final class JobQueue {
    /** More would hold up other users of Redis for too long. */
    static final int CHUNK = 200;

    private static final int CHUNKS_AT_ONCE = 16;

    private static final int MOST_CLAIMED = 500;
    private static final String LONGEST_NOTE_IN_LIST = "2000";
    private static final int TENANTS_ASKED_FOR_OLDEST = 100;

    private final Redis redis;
    private final String name;
    private final String base;
    private final QueueLimits limits;
    private final LongSupplier time;
    private final Enqueuer enqueuer;
    private final Scripts scripts;

    public JobQueue(Redis redis, String name, QueueLimits limits) {
        this(redis, name, limits, () -> 0);
    }

    /** With another time than Redis' own, in milliseconds; 0 for its own. */
    JobQueue(Redis redis, String name, QueueLimits limits, LongSupplier time) {
        this.redis = redis;
        this.name = name;
        this.base = redis.key("{" + name + "}:");
        this.limits = limits;
        this.time = time;
        this.scripts = new Scripts(redis);
        this.enqueuer = new Enqueuer(this::send, CHUNK);
    }

    public String name() {
        return name;
    }

    /** Takes the job. Calls of several threads travel together. */
    public Enqueued enqueue(Entry entry) {
        return enqueuer.add(entry);
    }

    /**
     * Takes the jobs, in chunks that let others at Redis between them. When this throws, some may have been taken: to say it
     * again is safe, as ids are taken once.
     */
    public List<Enqueued> enqueueAll(List<Entry> entries) {
        List<Enqueued> answers = new ArrayList<>(entries.size());
        for (int from = 0; from < entries.size(); from += CHUNK * CHUNKS_AT_ONCE) {
            List<Entry> part = entries.subList(from, Math.min(entries.size(), from + CHUNK * CHUNKS_AT_ONCE));
            answers.addAll(part.size() <= CHUNK ? send(part) : sendInChunks(part));
        }
        return answers;
    }

    /** Redis works on one chunk while the next is written. */
    private List<Enqueued> sendInChunks(List<Entry> entries) {
        List<List<Entry>> chunks = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            chunks.add(entries.subList(from, Math.min(entries.size(), from + CHUNK)));
        }
        List<?> answers =
                scripts.enqueue.callEach(List.of(base), chunks.stream().map(chunk -> arguments(chunk)));
        List<Enqueued> results = new ArrayList<>(entries.size());
        for (int i = 0; i < chunks.size(); i++) {
            results.addAll(Enqueued.read(chunks.get(i), (List<?>) answers.get(i)));
        }
        return results;
    }

    private List<Enqueued> send(List<Entry> entries) {
        return Enqueued.read(entries, (List<?>) run(scripts.enqueue, arguments(entries)));
    }

    private List<String> arguments(List<Entry> entries) {
        List<String> arguments = new ArrayList<>(4 + entries.size() * 5);
        arguments.add(now());
        arguments.add(Integer.toString(limits.listed()));
        arguments.add(Integer.toString(limits.listedPerUser()));
        arguments.add(millis(limits.keepUserList()));
        for (Entry entry : entries) {
            arguments.add(entry.id());
            arguments.add(entry.list());
            arguments.add(entry.user().orElse(""));
            arguments.add(entry.special());
            arguments.add(JobRecord.first(entry));
        }
        return arguments;
    }

    /** Takes up to so many jobs, those whose owner has vanished and those that are due included. */
    public Claims claim(int most) {
        List<?> answer = (List<?>) run(
                scripts.claim, List.of(now(), Integer.toString(Math.min(most, MOST_CLAIMED)), millis(limits.lease())));
        String token = (String) answer.get(2);
        List<Claim> jobs = new ArrayList<>(most);
        for (int i = 3; i < answer.size(); i += 3) {
            List<?> ids = (List<?>) answer.get(i);
            List<?> records = (List<?>) answer.get(i + 1);
            List<?> failures = (List<?>) answer.get(i + 2);
            for (int j = 0; j < ids.size(); j++) {
                Object failed = failures.isEmpty() ? null : failures.get(j);
                jobs.add(JobRecord.claim(
                        (String) ids.get(j), token, JobRecord.Tries.read((String) failed), (String) records.get(j)));
            }
        }
        long nextDue = (Long) answer.get(1);
        return new Claims(
                jobs,
                (Long) answer.get(0) == 1,
                nextDue < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(nextDue)));
    }

    /**
     * Says what came of jobs; answers for each whether the caller still had the say. To say the same twice is to say it
     * once, so a caller whose connection broke says it again. Of a job that is done or cancelled its payload is
     * forgotten.
     */
    public List<Boolean> finish(List<? extends Outcome> outcomes) {
        List<String> arguments = new ArrayList<>(2 + outcomes.size() * 6);
        arguments.add(now());
        arguments.add(millis(limits.keepEnded()));
        for (Outcome outcome : outcomes) {
            Claim claim = outcome.claim();
            arguments.add(claim.id());
            arguments.add(claim.token());
            arguments.add(outcome.code());
            arguments.add(outcome instanceof Outcome.Retry retry ? millis(retry.delay()) : "0");
            arguments.add(JobRecord.uniqueKey(claim));
            arguments.add(text(outcome));
        }
        List<Boolean> accepted = new ArrayList<>(Collections.nCopies(outcomes.size(), true));
        for (Object refused : (List<?>) run(scripts.finish, arguments)) {
            accepted.set(number(refused) - 1, false);
        }
        return accepted;
    }

    private static String text(Outcome outcome) {
        Claim claim = outcome.claim();
        if (outcome instanceof Outcome.Done done) {
            return JobRecord.last('D', claim, done.note());
        } else if (outcome instanceof Outcome.Cancelled cancelled) {
            return JobRecord.last('C', claim, cancelled.note());
        } else if (outcome instanceof Outcome.Retry retry) {
            return retry.note();
        } else if (outcome instanceof Outcome.Dead dead) {
            return dead.note();
        }
        return "";
    }

    /** Asks for a whole lease from now on, for each. */
    public List<Renewal> renew(List<Claim> claims) {
        List<String> arguments = new ArrayList<>(2 + claims.size() * 2);
        arguments.add(now());
        arguments.add(millis(limits.lease()));
        for (Claim claim : claims) {
            arguments.add(claim.id());
            arguments.add(claim.token());
        }
        return ((List<?>) run(scripts.renew, arguments))
                .stream().map(answer -> renewal((Long) answer)).toList();
    }

    private static Renewal renewal(long answer) {
        return switch ((int) answer) {
            case 0 -> Renewal.LOST;
            case 1 -> Renewal.KEPT;
            case 2 -> Renewal.CANCEL;
            default -> Renewal.PAUSED;
        };
    }

    /**
     * Waits until there may be work, or for so long, at least 10 ms. The client is one for commands that block; Redis 6
     * looks at the time ten times a second.
     */
    public void await(UnifiedJedis blocking, Duration longest) {
        try {
            blocking.blpop(longest.toMillis() / 1000.0, base + "wake");
        } catch (JedisException e) {
            throw RedisException.of(e);
        }
    }

    /** Lets one of those who wait look again; who finds more than it takes wakes the next. */
    public void wake() {
        run(scripts.wake, List.of());
    }

    /** Keeps what an owner tells of its job, one line of JSON; false when the job is no longer its own. */
    public boolean progress(Claim claim, String progress) {
        return number(run(scripts.progress, List.of(claim.id(), claim.token(), progress))) == 1;
    }

    /**
     * Stops a job, with a note as in {@link Outcome}. One that runs ends as cancelled unless its owner is done with it, or
     * gives it up, before it hears of this.
     */
    public Cancellation cancel(String id, String note) {
        return switch ((String) run(scripts.cancel, List.of(now(), millis(limits.keepEnded()), id, note))) {
            case "none" -> Cancellation.UNKNOWN;
            case "asked" -> Cancellation.ASKED;
            case "cancelled" -> Cancellation.CANCELLED;
            default -> Cancellation.TOO_LATE;
        };
    }

    /** Enqueues dead jobs again, with all of their attempts before them; answers how many of these were dead. */
    public int redrive(List<String> ids) {
        return each(scripts.redrive, ids);
    }

    /** Forgets dead jobs, whose ids are free again; answers how many of these were dead. */
    public int discard(List<String> ids) {
        return each(scripts.discard, ids);
    }

    private int each(Script script, List<String> ids) {
        int count = 0;
        for (int from = 0; from < ids.size(); from += CHUNK) {
            count += number(run(script, ids.subList(from, Math.min(ids.size(), from + CHUNK))));
        }
        return count;
    }

    public Optional<Stored> get(String id) {
        return look(List.of(id), "0").stream().findFirst();
    }

    /** Those of these that are known, without what is too long for a list: at most a few hundred. */
    public List<Stored> get(List<String> ids) {
        return look(ids, LONGEST_NOTE_IN_LIST);
    }

    private List<Stored> look(List<String> ids, String longestNote) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>(ids.size() + 1);
        arguments.add(longestNote);
        arguments.addAll(ids);
        List<?> answers = (List<?>) run(scripts.look, arguments);
        List<Stored> found = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String text = (String) answers.get(5 * i);
            if (!text.isEmpty()) {
                String due = (String) answers.get(5 * i + 3);
                found.add(JobRecord.read(text)
                        .stored(
                                ids.get(i),
                                (Long) answers.get(5 * i + 1) == 1,
                                JobRecord.Tries.read((Long) answers.get(5 * i + 2))
                                        .all(),
                                due.isEmpty() ? null : Instant.ofEpochMilli((long) Double.parseDouble(due)),
                                (String) answers.get(5 * i + 4)));
            }
        }
        return found;
    }

    /** Ids of the newest jobs, the newest first; of one user's when one is named. Some may be forgotten already. */
    public List<String> newest(Optional<String> user, int most) {
        String key = base + user.map(one -> "new:" + one).orElse("new");
        return redis.call(client -> client.lrange(key, 0, most - 1L));
    }

    /** Ids of dead jobs, the last that died first. */
    public List<String> dead(int offset, int most) {
        return redis.call(client -> client.zrange(
                base + "dead",
                ZRangeParams.zrangeParams(offset, offset + most - 1).rev()));
    }

    /** Ids of jobs that were given up, the first of them first. */
    public List<String> longestDead(int most) {
        return redis.call(client -> client.zrange(base + "dead", 0, most - 1));
    }

    /** When the schedule last fired, if ever. */
    public Optional<Instant> lastTick(String schedule) {
        return Optional.ofNullable(redis.call(client -> client.hget(base + "cron", schedule)))
                .map(at -> Instant.ofEpochMilli(Long.parseLong(at)));
    }

    /** Remembers a schedule from this moment on, unless it is known. */
    public void startSchedule(String schedule, Instant from) {
        redis.call(client -> client.hsetnx(base + "cron", schedule, Long.toString(from.toEpochMilli())));
    }

    /**
     * Gives out no more jobs until {@link #resume}; those that run go on. What nodes hold and have not begun comes back
     * within about a second.
     */
    public void pause() {
        redis.call(client -> client.set(base + "paused", "1"));
    }

    public void resume() {
        redis.call(client -> client.del(base + "paused"));
        wake();
    }

    public Depth depth() {
        List<?> answer = (List<?>) run(scripts.depth, List.of(now(), Integer.toString(TENANTS_ASKED_FOR_OLDEST)));
        long oldest = (Long) answer.get(8);
        return new Depth(
                (Long) answer.get(0),
                (Long) answer.get(1),
                (Long) answer.get(2),
                (Long) answer.get(3),
                (Long) answer.get(4),
                (Long) answer.get(5),
                (Long) answer.get(6),
                (Long) answer.get(7) == 1,
                oldest == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
    }

    private Object run(Script script, List<String> arguments) {
        return script.call(List.of(base), arguments);
    }

    private String now() {
        return Long.toString(time.getAsLong());
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static int number(Object answer) {
        return Math.toIntExact((Long) answer);
    }
}
