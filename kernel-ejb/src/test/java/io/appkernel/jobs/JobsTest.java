package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.context.Call;
import io.appkernel.db.DatabaseKind;
import io.appkernel.errors.KernelException;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.Cancellation;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs from end to end, outside transactions. */
class JobsTest {
    @TempDir
    Path directory;

    private TestDeployment deployment;
    private TestJobs node;

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(DatabaseKind.H2, directory);
        node = another();
        node.registry.register("double", Mail.class, (mail, context) -> mail.count() * 2);
        node.registry.register("fail", Mail.class, (mail, context) -> {
            throw new IllegalStateException("no " + mail.to());
        });
    }

    private TestJobs another() {
        return new TestJobs(deployment);
    }

    @AfterEach
    void close() {
        node.close();
    }

    record Mail(String to, int count) {}

    @Test
    void aJobIsDoneAndItsResultIsKept() {
        node.working();
        String id = node.jobs.enqueue("double", new Mail("ann", 21)).id();

        Job done = node.await(id, QueueState.DONE);
        assertThat(done.result()).isEqualTo(42);
        assertThat(done.task()).isEqualTo("double");
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.startedAt()).isPresent();
        assertThat(done.endedAt()).isPresent();
        assertThat(done.error()).isEmpty();
    }

    @Test
    void theHandlerKnowsItsJob() {
        Set<Object> seen = ConcurrentHashMap.newKeySet();
        node.registry.register("look", Mail.class, (mail, context) -> {
            seen.add(context.jobId() + " " + context.taskName() + " " + context.attempt() + "/" + context.maxAttempts()
                    + " " + context.userId().orElse("-") + " " + context.metadata());
            seen.add(node.calls.current().map(Call::requestId).orElse("-"));
            return null;
        });
        node.working();
        Call call = new Call("request-1");
        call.by("ann", null);
        try (var scope = node.calls.open(call)) {
            node.jobs.enqueue(
                    "look", new Mail("x", 1), JobOptions.standard().id("j1").metadata("a", "b"));
        }
        node.await("j1", QueueState.DONE);
        assertThat(seen).containsExactlyInAnyOrder("j1 look 1/3 ann {a=b}", "request-1");
    }

    @Test
    void aFailingJobIsTriedAgainAndGivenUpWithItsError() {
        node.working();
        String id = node.jobs.enqueue("fail", new Mail("ann", 1)).id();

        Job dead = node.await(id, QueueState.DEAD);
        assertThat(dead.attempts()).isEqualTo(3);
        assertThat(dead.error().orElse("")).contains("no ann");
        assertThat(node.jobs.dead()).extracting(Job::id).containsExactly(id);

        assertThat(node.jobs.retry(id)).isTrue();
        node.await(id, QueueState.DEAD);
        assertThat(node.jobs.retry("nobody")).isFalse();
    }

    @Test
    void everyDeadJobIsTriedOnceMoreThoughItDiesAgainMeanwhile() {
        AtomicInteger runs = new AtomicInteger();
        node.registry.register("die", Mail.class, (mail, context) -> {
            runs.incrementAndGet();
            throw new IllegalStateException("again");
        });
        node.working();
        JobOptions once = JobOptions.standard().maxAttempts(1);
        List<Mail> mails =
                IntStream.range(0, 1200).mapToObj(i -> new Mail("x", i)).toList();
        node.jobs.enqueueMany("die", mails, once);
        Awaitility.await().until(() -> node.jobs.queueStatus().get("default").dead() == mails.size());
        assertThat(node.jobs.retryAll("default")).isEqualTo(mails.size());
        Awaitility.await().until(() -> node.jobs.queueStatus().get("default").dead() == mails.size());
        assertThat(runs).hasValue(2 * mails.size());
    }

    @Test
    void tasksFollowOnSuccessAndOnFailure() {
        Map<String, JobEnd> ends = new ConcurrentHashMap<>();
        CountDownLatch both = new CountDownLatch(2);
        node.registry.register("note", JobEnd.class, (end, context) -> {
            ends.put(end.taskName(), end);
            both.countDown();
            return null;
        });
        node.working();
        JobOptions options = JobOptions.standard().onSuccess("note").onFailure("note");
        String good = node.jobs.enqueue("double", new Mail("ann", 4), options).id();
        String bad = node.jobs
                .enqueue("fail", new Mail("ann", 4), options.maxAttempts(1).metadata("k", "v"))
                .id();

        node.await(good + ":success", QueueState.DONE);
        node.await(bad + ":failure", QueueState.DONE);
        assertThat(ends.get("double").result()).isEqualTo(8);
        assertThat(ends.get("double").jobId()).isEqualTo(good);
        assertThat(ends.get("fail").error().orElse("")).contains("no ann");
        assertThat(ends.get("fail").metadata()).containsEntry("k", "v");
    }

    @Test
    void eachDeathOfAJobIsToldOfOnce() {
        Map<String, String> told = new ConcurrentHashMap<>();
        node.registry.register("note", JobEnd.class, (end, context) -> told.put(context.jobId(), end.jobId()));
        node.working();
        String id = node.jobs
                .enqueue(
                        "fail",
                        new Mail("ann", 1),
                        JobOptions.standard().maxAttempts(1).onFailure("note"))
                .id();
        node.await(id + ":failure", QueueState.DONE);
        for (int again = 1; again < 3; again++) {
            node.await(id, QueueState.DEAD);
            node.jobs.retry(id);
            node.await(id + ":failure:" + again, QueueState.DONE);
        }
        assertThat(told).hasSize(3).containsValue(id);
    }

    @Test
    void whatCannotFollowHoldsNobodyUp() {
        node.registry.register("note", JobEnd.class, (end, context) -> null);
        node.working();
        Call call = new Call("request-1");
        call.by("ann", "a|workspace|that|is|no|tenant");
        try (var scope = node.calls.open(call)) {
            node.jobs.enqueue(
                    "double",
                    new Mail("ann", 1),
                    JobOptions.standard().id("first").tenant("t").onSuccess("note"));
        }
        node.await("first", QueueState.DONE);
        node.await(node.jobs.enqueue("double", new Mail("ann", 1)).id(), QueueState.DONE);
        assertThat(node.log).anyMatch(line -> line.contains("what follows on a job could not be enqueued"));
    }

    @Test
    void aTaskThatNobodyHandlesIsRefused() {
        assertThatThrownBy(() -> node.jobs.enqueue("none", null))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("double, fail");
        assertThatThrownBy(() -> node.jobs.enqueue(
                        "double", new Mail("a", 1), JobOptions.standard().onSuccess("nothing")))
                .hasMessageContaining("\"nothing\"");
    }

    @Test
    void aPayloadThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> node.jobs.enqueue("double", new Mail("x".repeat(5_000_000), 1)))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("kernel.jobs.max-payload");
    }

    @Test
    void aPayloadThatDoesNotFitIsGivenUpAtOnce() {
        node.working();
        String id = node.jobs
                .enqueue("double", Map.of("to", "ann", "count", "many"))
                .id();

        Job dead = node.await(id, QueueState.DEAD);
        assertThat(dead.attempts()).isEqualTo(1);
        assertThat(dead.error().orElse("")).contains("The payload does not fit").contains("Mail");
    }

    @Test
    void anErrorOfAHandlerLeavesTheWorkerAlive() {
        node.registry.register("burst", Mail.class, (mail, context) -> {
            throw new OutOfMemoryError("as if");
        });
        node.working();
        List<Enqueued> bursts = node.jobs.enqueueMany(
                "burst",
                IntStream.range(0, 8).mapToObj(i -> new Mail("x", i)).toList(),
                JobOptions.standard().maxAttempts(1));
        bursts.forEach(burst -> assertThat(
                        node.await(burst.id(), QueueState.DEAD).error().orElse(""))
                .contains("as if"));
        node.await(node.jobs.enqueue("double", new Mail("ann", 1)).id(), QueueState.DONE);
    }

    @Test
    void aResultThatIsTooLargeFailsTheJob() {
        node.registry.register("talk", Mail.class, (mail, context) -> "x".repeat(20_000));
        node.working();
        String id = node.jobs
                .enqueue("talk", new Mail("a", 1), JobOptions.standard().maxAttempts(1))
                .id();
        assertThat(node.await(id, QueueState.DEAD).error().orElse("")).contains("result");
    }

    @Test
    void aJobThatTakesTooLongIsInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        node.registry.register("hang", Mail.class, (mail, context) -> {
            never.await();
            return null;
        });
        node.working();
        String id = node.jobs
                .enqueue(
                        "hang",
                        new Mail("a", 1),
                        JobOptions.standard().timeout(Duration.ofMillis(50)).maxAttempts(2))
                .id();
        Job dead = node.await(id, QueueState.DEAD);
        assertThat(dead.attempts()).isEqualTo(2);
        assertThat(dead.error().orElse("")).contains("took longer than the 50 ms it may take");
        node.await(node.jobs.enqueue("double", new Mail("ann", 1)).id(), QueueState.DONE);
    }

    @Test
    void aHandlerThatDoesNotEndCostsAThreadAndNotTheWorker() {
        AtomicBoolean free = new AtomicBoolean();
        node.registry.register("deaf", Mail.class, (mail, context) -> {
            while (!free.get()) {
                Thread.onSpinWait();
            }
            return null;
        });
        node.working();
        JobOptions once = JobOptions.standard().timeout(Duration.ofMillis(50)).maxAttempts(1);
        for (int i = 0; i < TestJobs.SETTINGS.workerCount(); i++) {
            String id = node.jobs.enqueue("deaf", new Mail("a", i), once).id();
            assertThat(node.await(id, QueueState.DEAD).error().orElse("")).contains("took longer");
        }
        assertThat(node.stuck()).isEqualTo(TestJobs.SETTINGS.workerCount());
        node.await(node.jobs.enqueue("double", new Mail("ann", 1)).id(), QueueState.DONE);
        free.set(true);
        Awaitility.await().until(() -> node.stuck() == 0);
    }

    @Test
    void aTaskUnknownToTheWorkerIsGivenUpWithAReasonAndCanBeTriedAgain() {
        node.registry.register("new", Mail.class, (mail, context) -> null);
        String id = node.jobs.enqueue("new", new Mail("a", 1)).id();
        try (TestJobs old = another()) {
            old.registry.register("double", Mail.class, (mail, context) -> null);
            old.working();
            assertThat(old.await(id, QueueState.DEAD).error().orElse(""))
                    .contains("This node has no handler for the task \"new\"");
        }
        node.working();
        node.jobs.retry(id);
        node.await(id, QueueState.DONE);
    }

    @Test
    void aRunningJobIsCancelled() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        node.registry.register("slow", Mail.class, (mail, context) -> {
            context.progress(10, "begun");
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        node.working();
        String id = node.jobs.enqueue("slow", new Mail("a", 1)).id();
        begun.await();
        assertThat(node.jobs.get(id).orElseThrow().progress()).contains(new Job.Progress(10, "begun"));
        assertThat(node.jobs.cancel(id)).isEqualTo(Cancellation.ASKED);
        assertThat(node.await(id, QueueState.CANCELLED).error()).contains("cancelled");
    }

    @Test
    void aNodeThatStopsHandsItsJobsBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger runs = new AtomicInteger();
        JobHandler<Mail> slow = (mail, context) -> {
            if (runs.incrementAndGet() == 1) {
                begun.countDown();
                new CountDownLatch(1).await();
            }
            return context.attempt();
        };
        node.registry.register("slow", Mail.class, slow);
        node.working();
        String id = node.jobs.enqueue("slow", new Mail("a", 1)).id();
        begun.await();
        node.stopWorking();
        assertThat(node.jobs.get(id).orElseThrow().state()).isEqualTo(QueueState.WAITING);

        try (TestJobs other = another()) {
            other.registry.register("slow", Mail.class, slow);
            other.working();
            assertThat(other.await(id, QueueState.DONE).result()).isEqualTo(1);
        }
    }

    @Test
    void jobsAreListedNewestFirstAndByUser() {
        node.jobs.enqueue(
                "double", new Mail("a", 1), JobOptions.standard().id("a").user("ann"));
        node.jobs.enqueue("double", new Mail("b", 1), JobOptions.standard().id("b"));
        assertThat(node.jobs.newest(Optional.empty(), job -> true))
                .extracting(Job::id)
                .containsExactly("b", "a");
        assertThat(node.jobs.newest(Optional.of("ann"), job -> true))
                .extracting(Job::id)
                .containsExactly("a");
        assertThat(node.jobs.queueStatus().get("default").normal()).isEqualTo(2);
    }
}
