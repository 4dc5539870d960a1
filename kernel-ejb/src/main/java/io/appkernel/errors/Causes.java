package io.appkernel.errors;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks through an exception, its causes, and what servers hang on them as suppressed; the nearest comes first. Stateless. */
public final class Causes {
    private Causes() {}

    /** The first of that type. */
    public static <T> Optional<T> first(Throwable thrown, Class<T> type) {
        return first(thrown, at -> type.isInstance(at) ? Optional.of(type.cast(at)) : Optional.empty());
    }

    /** The first that the reader makes something of. */
    public static <T> Optional<T> first(Throwable thrown, Function<Throwable, Optional<T>> reader) {
        return first(thrown, reader, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <T> Optional<T> first(
            @Nullable Throwable thrown, Function<Throwable, Optional<T>> reader, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return Optional.empty();
        }
        Optional<T> found = reader.apply(thrown).or(() -> first(thrown.getCause(), reader, seen));
        for (Throwable suppressed : thrown.getSuppressed()) {
            found = found.or(() -> first(suppressed, reader, seen));
        }
        return found;
    }
}
