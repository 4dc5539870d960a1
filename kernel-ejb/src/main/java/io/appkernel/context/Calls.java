package io.appkernel.context;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which {@link Call} the current thread works for. Thread-safe; a call is carried to another thread by opening it there. */
@ApplicationScoped
public class Calls {
    private final ThreadLocal<@Nullable Call> current = new ThreadLocal<>();

    public Optional<Call> current() {
        return Optional.ofNullable(current.get());
    }

    /** Makes the call the thread's current one until the scope is closed, which restores the one before. */
    public Scope open(Call call) {
        Call before = current.get();
        current.set(call);
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** Ends what it opened. Closing never fails. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
