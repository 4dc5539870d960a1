package io.appkernel.probe.chores;

import io.appkernel.db.Db;
import io.appkernel.jobs.JobOptions;
import io.appkernel.jobs.Jobs;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Enqueues together with data. */
@ApplicationScoped
public class Orders {
    @Inject
    EntityStore<Receipt> receipts;

    @Inject
    Jobs jobs;

    @Inject
    Db db;

    /** A receipt and a job of that id, by the container's transaction. */
    @Transactional
    public void order(String id, boolean fail) {
        write(id, fail);
    }

    /** The same by the kernel's facade. */
    public void orderByFacade(String id, boolean fail) {
        db.inTransaction(() -> write(id, fail));
    }

    void write(String id, boolean fail) {
        receipts.save(Map.of("name", id));
        jobs.enqueue("chore.tell", new Wish(id), JobOptions.standard().id(id));
        if (fail) {
            throw new IllegalStateException("the order is withdrawn");
        }
    }

    public long receipts(String name) {
        return receipts.count("name = ?", name);
    }
}
