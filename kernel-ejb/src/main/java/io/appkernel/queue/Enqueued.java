package io.appkernel.queue;

/**
 * What became of an entry.
 *
 * @param id the job's; of another that has the unique key, where there is one
 * @param isNew whether this call made the job; false when the id or the key was there
 */
public record Enqueued(String id, boolean isNew) {
    static Enqueued read(Entry entry, String answer) {
        boolean known = answer.isEmpty() || answer.equals("+");
        return new Enqueued(known ? entry.id() : answer, answer.equals("+"));
    }
}
