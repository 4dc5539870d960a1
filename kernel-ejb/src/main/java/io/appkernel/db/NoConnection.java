package io.appkernel.db;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Nothing was sent to the database, for there was no connection to send it on. */
final class NoConnection extends SQLTransientConnectionException {
    private static final long serialVersionUID = 1L;
    private static final String CANNOT_CONNECT = "08001";

    private final boolean again;
    private final Duration retryAfter;

    private NoConnection(String message, boolean again, Duration retryAfter, @Nullable Throwable cause) {
        super(message, CANNOT_CONNECT, cause);
        this.again = again;
        this.retryAfter = retryAfter;
    }

    static NoConnection unreachable(Throwable cause) {
        return new NoConnection("The database cannot be reached. Try again soon.", true, Duration.ofSeconds(1), cause);
    }

    /** The caller has waited for as long as it may already. */
    static NoConnection noneFree(Throwable cause) {
        return new NoConnection(
                "No connection to the database became free in time. Try again soon.",
                false,
                Duration.ofSeconds(1),
                cause);
    }

    static NoConnection breakerOpen(Duration retryAfter) {
        return new NoConnection(
                "The database has not been reachable for a while. Try again later.", false, retryAfter, null);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** Whether it makes sense to ask again at once. */
    boolean again() {
        return again;
    }

    Duration retryAfter() {
        return retryAfter;
    }
}
