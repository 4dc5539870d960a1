package io.appkernel.probe.chores;

import io.appkernel.jobs.Task;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** An EJB that enqueues in the container's transaction, and handles jobs. */
@Stateless
public class Depot {
    @Inject
    Orders orders;

    public void order(String id, boolean fail) {
        orders.write(id, fail);
    }

    @Task("chore.depot")
    public String store(Wish wish) {
        return wish.text();
    }
}
