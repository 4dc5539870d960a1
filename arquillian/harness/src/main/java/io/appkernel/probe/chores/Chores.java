package io.appkernel.probe.chores;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.jobs.JobContext;
import io.appkernel.jobs.Recurring;
import io.appkernel.jobs.Task;
import io.appkernel.store.EntityStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** One handler for each thing that a handler may do. */
@ApplicationScoped
class Chores {
    @Inject
    Calls calls;

    @Inject
    EntityStore<Receipt> receipts;

    @Inject
    Hand hand;

    /** What a handler sees of itself. */
    record Told(
            String text, int attempt, String user, String requestId, String taskName, boolean ownLoader, int hand) {}

    @Task("chore.tell")
    Told tell(Wish wish, JobContext context) {
        Call call = calls.current().orElseThrow();
        boolean ownLoader = Thread.currentThread().getContextClassLoader() == Wish.class.getClassLoader();
        return new Told(
                wish.text(),
                context.attempt(),
                call.userId().orElse(""),
                call.requestId(),
                context.taskName(),
                ownLoader,
                hand.fingers());
    }

    @Task("chore.fail")
    void fail(Wish wish) throws IOException {
        throw new IOException("no " + wish.text() + " today");
    }

    /** Until it is interrupted. */
    @Task("chore.wait")
    void takeForever(JobContext context) throws InterruptedException {
        context.progress(30, "waiting");
        new CountDownLatch(1).await();
    }

    /** Only the second attempt stays. */
    @Task("chore.receipt")
    @Transactional
    public String receipt(Wish wish, JobContext context) {
        Receipt saved = receipts.save(Map.of("name", wish.text()));
        if (context.attempt() == 1) {
            throw new IllegalStateException("the first attempt fails after it saved");
        }
        return saved.getId();
    }

    @Task("chore.nightly")
    @Recurring("0 3 * * *")
    void nightly() {
        // Only its schedule is looked at.
    }
}
