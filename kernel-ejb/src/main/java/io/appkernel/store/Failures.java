package io.appkernel.store;

import io.appkernel.db.Db;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what the mapper's exceptions mean to a caller. */
final class Failures {
    private Failures() {}

    /** The exception to throw instead. */
    static RuntimeException explained(RuntimeException thrown, Db db) {
        int depth = 0;
        for (Throwable at = thrown; at != null && depth < 20; at = at.getCause(), depth++) {
            if (at instanceof KernelException known) {
                return known;
            }
            if (at instanceof OptimisticLockException
                    || at instanceof org.eclipse.persistence.exceptions.OptimisticLockException) {
                return conflict(thrown);
            }
            if (at instanceof SQLException sql) {
                return db.failure(sql);
            }
        }
        return thrown;
    }

    static KernelException conflict(@Nullable RuntimeException cause) {
        return new KernelException(
                ErrorCode.CONFLICT,
                "Somebody else has changed this meanwhile. Read it again, and then make your change.",
                List.of(),
                cause);
    }
}
