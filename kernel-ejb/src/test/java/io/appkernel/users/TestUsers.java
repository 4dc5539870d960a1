package io.appkernel.users;

import io.appkernel.db.Db;
import io.appkernel.store.EntityStore;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** The kernel's own accounts, for tests of what stands above them. */
public final class TestUsers {
    private TestUsers() {}

    /** In this table, with these told of changes; several threads stand for several instances. */
    public static Users of(EntityStore<KernelUser> rows, Db db, AccountListener... listeners) {
        return of(new Stage(), rows, db, listeners);
    }

    /** The same, where something can happen between two steps. */
    public static Users of(Stage stage, EntityStore<KernelUser> rows, Db db, AccountListener... listeners) {
        ReentrantLock alone = new ReentrantLock();
        return new Users(
                stage.over(new KernelUserStore(rows)),
                db,
                work -> {
                    alone.lock();
                    try {
                        work.run();
                    } finally {
                        alone.unlock();
                    }
                },
                () -> List.of(listeners).stream());
    }
}
