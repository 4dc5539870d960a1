package io.appkernel.errors;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was to be changed has been changed by others since it was read: a conflict. */
public final class StaleException extends KernelException {
    private static final long serialVersionUID = 1L;

    public StaleException(@Nullable Throwable cause) {
        super(
                ErrorCode.CONFLICT,
                "Somebody else has changed this meanwhile. Read it again, and then make your change.",
                List.of(),
                cause);
    }
}
