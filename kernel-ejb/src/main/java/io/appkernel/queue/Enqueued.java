package io.appkernel.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of an entry.
 *
 * @param id the job's; of another that has the unique key, where there is one
 * @param isNew whether this call made the job; false when the id or the key was there
 */
public record Enqueued(String id, boolean isNew) {
    /** The script tells of those alone that were not taken, by their positions. */
    static List<Enqueued> read(List<Entry> entries, List<?> answer) {
        List<Enqueued> all = new ArrayList<>(entries.size());
        entries.forEach(entry -> all.add(new Enqueued(entry.id(), true)));
        for (int i = 0; i < answer.size(); i += 2) {
            int position = Math.toIntExact((Long) answer.get(i)) - 1;
            String other = (String) answer.get(i + 1);
            all.set(
                    position,
                    new Enqueued(other.isEmpty() ? entries.get(position).id() : other, false));
        }
        return all;
    }
}
