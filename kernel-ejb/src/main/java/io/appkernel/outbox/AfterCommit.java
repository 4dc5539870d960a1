package io.appkernel.outbox;

import io.appkernel.db.Database;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;

/** Calls back when the caller's transaction has committed, where a server's transactions tell of it. Thread-safe. */
final class AfterCommit {
    private final Optional<TransactionSynchronizationRegistry> registry;

    AfterCommit(Database database) {
        this.registry = database.transactions();
    }

    void run(Runnable action) {
        registry.ifPresent(known -> known.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Only the end matters.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        }));
    }
}
