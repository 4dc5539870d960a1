package io.appkernel.store;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** Where the EntityManager of the moment comes from: one per transaction. Thread-safe. */
interface EntityManagers {
    /** Whether the caller is in a transaction. */
    boolean inTransaction();

    /** In the caller's transaction or in one of its own, which commits after the work. */
    <T> T writing(Function<EntityManager, T> work);

    /** In the caller's transaction or outside of any. */
    <T> T reading(Function<EntityManager, T> work);

    /** Runs once the caller's transaction has ended, whichever way. */
    void afterwards(Runnable action);
}
