package io.appkernel.apikeys;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When keys were used, until it is written. Thread-safe; noting a use is as quick as a look into a map. */
final class LastUsed {
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    void note(String id, long now) {
        times.put(id, now);
    }

    Optional<Long> of(String id) {
        return Optional.ofNullable(times.get(id));
    }

    /** Writes what was noted; what cannot be written now is kept for the next time. */
    void write(ApiKeyTable table) {
        Map<String, Long> taken = new HashMap<>(times);
        if (taken.isEmpty()) {
            return;
        }
        table.used(taken);
        // A use that was noted meanwhile stays for the next time.
        taken.forEach(times::remove);
    }
}
