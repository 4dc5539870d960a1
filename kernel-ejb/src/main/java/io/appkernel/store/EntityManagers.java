package io.appkernel.store;

import jakarta.persistence.EntityManager;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the EntityManager of the moment comes from: one per transaction. Thread-safe. */
interface EntityManagers {

    /** In the caller's transaction or in one of its own, which commits after the work. */
    <T> T writing(Function<EntityManager, T> work);

    /** In the caller's transaction or outside of any. */
    <T> T reading(Function<EntityManager, T> work);

    /** The one of the caller's transaction; null outside of any. */
    @Nullable EntityManager current();

    /** A new one outside of any transaction, which the caller closes. */
    EntityManager open();

    /** Runs once the caller's transaction has ended, whichever way. */
    void afterwards(Runnable action);
}
