package io.appkernel.queue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A job to be enqueued.
 *
 * @param id names it; a second one with the same id is not taken as long as the first is known
 * @param body what the worker gets: a JSON object on one line, whose first field is {@code at}, milliseconds
 * @param tenant whom it is for; tenants take turns; empty for nobody in particular
 * @param maxAttempts after so many failed attempts it is to be given up; attempts whose owner vanished come on top, until
 *     ten of them make the job the suspect
 * @param uniqueKey while a job with this key is not finished, no other is taken
 * @param user in whose list it is shown
 * @param tick of a schedule; each is taken once, and none that is older than the last
 */
public record Entry(
        String id,
        String body,
        Priority priority,
        String tenant,
        Duration delay,
        int maxAttempts,
        Optional<String> uniqueKey,
        Optional<String> user,
        Optional<Tick> tick) {
    private static final int LONGEST = 200;

    public Entry {
        name("The id of a job", id, false);
        name("The tenant of a job", tenant, true);
        uniqueKey.ifPresent(key -> name("The unique key of a job", key, false));
        user.ifPresent(one -> name("The user of a job", one, false));
        if (!body.startsWith("{\"at\":") || body.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("A job's body must be JSON on one line that begins with {\"at\":");
        }
        if (delay.isNegative() || maxAttempts < 1) {
            throw new IllegalArgumentException("A job's delay must not be negative and it must be tried at least once");
        }
        Objects.requireNonNull(priority);
        Objects.requireNonNull(tick);
    }

    private static void name(String what, String text, boolean mayBeEmpty) {
        if (text.isEmpty() && !mayBeEmpty || text.length() > LONGEST || text.indexOf('|') >= 0 || hasControl(text)) {
            throw new IllegalArgumentException(
                    what + " must have 1 to " + LONGEST + " characters, without | and control characters");
        }
    }

    private static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The list it waits in. */
    String list() {
        return priority.code() + ":" + tenant;
    }

    /** What most do not have: delay, unique key, schedule and tick, for the script; empty for none of these. */
    String special() {
        return delay.isZero() && uniqueKey.isEmpty() && tick.isEmpty()
                ? ""
                : delay.toMillis() + "|" + uniqueKey.orElse("") + "|"
                        + tick.map(one -> one.schedule() + "|" + one.atMillis()).orElse("|");
    }

    /** An entry as most are: normal priority, at once, for nobody in particular. */
    public static Entry of(String id, String body) {
        return new Entry(
                id, body, Priority.NORMAL, "", Duration.ZERO, 3, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with another delay. */
    public Entry delayed(Duration other) {
        return new Entry(id, body, priority, tenant, other, maxAttempts, uniqueKey, user, tick);
    }

    /** The moment at which a schedule fires. */
    public record Tick(String schedule, long atMillis) {
        public Tick {
            name("The name of a schedule", schedule, false);
        }
    }
}
