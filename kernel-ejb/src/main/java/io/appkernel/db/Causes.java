package io.appkernel.db;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What lies behind an exception: its causes, and what servers hang on it as suppressed. */
final class Causes {
    private Causes() {}

    /** The nearest of that type, the exception itself included. */
    static <T> Optional<T> first(Throwable thrown, Class<T> type) {
        return first(thrown, type, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <T> Optional<T> first(@Nullable Throwable thrown, Class<T> type, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Optional.empty();
        }
        if (type.isInstance(thrown)) {
            return Optional.of(type.cast(thrown));
        }
        Optional<T> behind = first(thrown.getCause(), type, seen);
        for (Throwable suppressed : thrown.getSuppressed()) {
            behind = behind.or(() -> first(suppressed, type, seen));
        }
        return behind;
    }
}
