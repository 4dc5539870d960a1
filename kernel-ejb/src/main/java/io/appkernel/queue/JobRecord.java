package io.appkernel.queue;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three lines that Redis keeps of a job; the scripts write them. */
record JobRecord(char state, Priority priority, int maxAttempts, String tenant, String body, String note) {
    static JobRecord read(String text) {
        int header = text.indexOf('\n');
        int body = text.indexOf('\n', header + 1);
        String[] fields = text.substring(0, header).split("\\|", 6);
        return new JobRecord(
                text.charAt(0),
                Priority.of(fields[1]),
                Integer.parseInt(fields[2]),
                fields[5],
                text.substring(header + 1, body),
                text.substring(body + 1));
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
}
