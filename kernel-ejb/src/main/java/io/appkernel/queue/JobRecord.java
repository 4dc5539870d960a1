package io.appkernel.queue;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three lines that Redis keeps of a job, see {@code common.lua}; the first is its head. */
record JobRecord(char state, Priority priority, int maxAttempts, String tenant, String body, String note) {
    private static final String PAYLOAD = ",\"payload\":";
    private static final int FIELDS = 6;

    static JobRecord read(String text) {
        int head = text.indexOf('\n');
        int body = text.indexOf('\n', head + 1);
        String[] fields = text.substring(0, head).split("\\|", FIELDS);
        return new JobRecord(
                text.charAt(0),
                Priority.of(fields[1]),
                Integer.parseInt(fields[2]),
                fields[5],
                text.substring(head + 1, body),
                text.substring(body + 1));
    }

    /** The record of a job that is new. */
    static String first(Entry entry) {
        return "W|" + entry.priority().code() + "|" + entry.maxAttempts() + "||"
                + entry.uniqueKey().orElse("") + "|" + entry.tenant() + "\n" + entry.body() + "\n";
    }

    /** A claim, read without what its owner has no use for. */
    static Claim claim(String id, String token, Tries tries, String record) {
        int head = record.indexOf('\n');
        int most = end(record, 2);
        return new Claim(
                id,
                token,
                tries.all() + 1,
                tries.most(Integer.parseInt(record, end(record, 1) + 1, most, 10)),
                tries.rounds(),
                record.substring(0, head),
                record.substring(head + 1, record.indexOf('\n', head + 1)));
    }

    /** The last record of a job, {@code D} or {@code C}. What it was given is of no more use and may be large. */
    static String last(char state, Claim claim, String note) {
        String head = claim.head();
        String body = claim.body();
        int payload = body.indexOf(PAYLOAD);
        StringBuilder text = new StringBuilder(200 + note.length())
                .append(state)
                .append(head, 1, end(head, 2) + 1)
                .append(claim.token())
                .append(head, end(head, 3), head.length())
                .append('\n');
        if (payload < 0) {
            text.append(body);
        } else {
            text.append(body, 0, payload).append('}');
        }
        return text.append('\n').append(note).toString();
    }

    static String uniqueKey(Claim claim) {
        String head = claim.head();
        return head.substring(end(head, 3) + 1, end(head, 4));
    }

    /** Where the field of this number ends, counted from 0. */
    private static int end(String head, int field) {
        int at = head.indexOf('|');
        for (int i = 0; i < field; i++) {
            at = head.indexOf('|', at + 1);
        }
        return at;
    }

    Stored stored(String id, boolean owned, int failures, @Nullable Instant due, String progress) {
        QueueState now = switch (state) {
            case 'D' -> QueueState.DONE;
            case 'X' -> QueueState.DEAD;
            case 'C' -> QueueState.CANCELLED;
            default -> owned ? QueueState.ACTIVE : due == null ? QueueState.WAITING : QueueState.DELAYED;
        };
        return new Stored(
                id, now, priority, maxAttempts, tenant, body, note, failures, Optional.ofNullable(due), progress);
    }

    /**
     * How often a job was tried in vain. One that failed is tried so often; one whose owner vanished may never have begun, and
     * whoever takes it next may vanish too, so that counts apart and is forgiven more often, but not for ever: it may be the
     * job that kills the process.
     *
     * @param rounds how often it was enqueued again after it had been given up; each begins with all attempts
     */
    record Tries(int failed, int vanished, int rounds) {
        private static final int FORGIVEN = 10;

        /** As {@code claim.lua} and {@code redrive.lua} count all three in one number. */
        private static final long ONE_VANISHED = 100_000;

        private static final long ONE_ROUND = ONE_VANISHED * 100_000;

        static Tries read(@Nullable String count) {
            return count == null ? new Tries(0, 0, 0) : read(Long.parseLong(count));
        }

        static Tries read(long count) {
            return new Tries(
                    (int) (count % ONE_VANISHED), (int) (count % ONE_ROUND / ONE_VANISHED), (int) (count / ONE_ROUND));
        }

        int all() {
            return failed + vanished;
        }

        /** After how many attempts of all kinds the job is given up, of which so many may fail. */
        int most(int failures) {
            return vanished < FORGIVEN ? failures + vanished : all();
        }
    }
}
