package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.databases.TestRedis;
import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that are enqueued within transactions of one kind of database. */
abstract class JobsInTransactionsContract {
    @TempDir
    Path directory;

    private TestDeployment deployment;
    private TestJobs node;

    abstract DatabaseKind kind();

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(kind(), directory);
        node = another();
        node.registry.register("double", Mail.class, (mail, context) -> mail.count() * 2);
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
    void jobsOfARolledBackTransactionNeverWere() {
        node.working();
        assertThatThrownBy(() -> node.db.inTransaction(() -> {
                    node.jobs.enqueue(
                            "double", new Mail("a", 1), JobOptions.standard().id("never"));
                    throw new IllegalStateException("undo");
                }))
                .hasMessage("undo");
        node.outbox.step();
        assertThat(node.jobs.get("never")).isEmpty();
    }

    @Test
    void jobsOfATransactionAreThereAfterItsCommitOnly() {
        node.working();
        node.db.inTransaction(() -> {
            node.jobs.enqueue("double", new Mail("a", 21), JobOptions.standard().id("later"));
            try (TestJobs other = another()) {
                other.outbox.step();
            }
            assertThat(node.jobs.get("later")).isEmpty();
        });
        node.outbox.step();
        assertThat(node.await("later", QueueState.DONE).result()).isEqualTo(42);
    }

    @Test
    void theSameIdInTwoTransactionsIsOneJob() {
        AtomicInteger runs = new AtomicInteger();
        node.registry.register("count", Mail.class, (mail, context) -> runs.incrementAndGet());
        for (int i = 0; i < 2; i++) {
            node.db.inTransaction(() -> node.jobs.enqueue(
                    "count", new Mail("a", 1), JobOptions.standard().id("once")));
        }
        node.working();
        node.outbox.step();
        node.await("once", QueueState.DONE);
        node.db.inTransaction(() -> node.jobs.enqueue(
                "count", new Mail("a", 1), JobOptions.standard().id("once")));
        node.outbox.step();
        String last = node.jobs.enqueue("count", new Mail("a", 1)).id();
        node.await(last, QueueState.DONE);
        assertThat(runs).hasValue(2);
    }

    @Test
    void ofTwoJobsWithOneUniqueKeyTheSecondNeverRuns() throws Exception {
        Set<String> runs = ConcurrentHashMap.newKeySet();
        CountDownLatch end = new CountDownLatch(1);
        node.registry.register("note", Mail.class, (mail, context) -> {
            end.await();
            return runs.add(context.jobId());
        });
        for (String id : List.of("first", "second")) {
            node.db.inTransaction(() -> node.jobs.enqueue(
                    "note", new Mail("a", 1), JobOptions.standard().id(id).uniqueKey("key")));
            node.outbox.step();
        }
        node.working();
        end.countDown();
        node.await("first", QueueState.DONE);
        for (int minute = 2; minute < 6; minute += 2) {
            node.ahead.set(Duration.ofMinutes(minute));
            node.outbox.step();
        }
        assertThat(node.jobs.get("second")).isEmpty();
        assertThat(runs).containsExactly("first");
    }

    @Test
    void jobsOfTransactionsOutliveARedisThatForgets() {
        node.db.inTransaction(() -> node.jobs.enqueue(
                "double", new Mail("a", 21), JobOptions.standard().id("kept")));
        node.outbox.step();
        assertThat(node.jobs.get("kept").orElseThrow().state()).isEqualTo(QueueState.WAITING);
        forget();
        assertThat(node.jobs.get("kept")).isEmpty();

        node.outbox.step();
        assertThat(node.jobs.get("kept")).as("it may be on its way").isEmpty();
        node.ahead.set(Duration.ofMinutes(2));
        node.outbox.step();
        node.working();
        assertThat(node.await("kept", QueueState.DONE).result()).isEqualTo(42);
    }

    @Test
    void aJobThatHasEndedLeavesTheOutbox() {
        node.working();
        node.db.inTransaction(() -> node.jobs.enqueue(
                "double", new Mail("a", 21), JobOptions.standard().id("gone")));
        node.outbox.step();
        node.await("gone", QueueState.DONE);
        node.stopWorking();
        node.outbox.step();
        forget();
        node.ahead.set(Duration.ofMinutes(10));
        node.outbox.step();
        assertThat(node.jobs.get("gone")).isEmpty();
    }

    @Test
    void aFlushUnderLoadLosesNoJobOfATransaction() {
        int count = Integer.getInteger("kernel.test.jobs", 600) / 4;
        Set<String> committed = ConcurrentHashMap.newKeySet();
        Set<String> done = ConcurrentHashMap.newKeySet();
        try (TestRedis server = TestRedis.own();
                TestJobs own = new TestJobs(deployment.withRedis(server.url()))) {
            own.registry.register("note", String.class, (id, context) -> done.add(id));
            own.working();
            for (int i = 0; i < count; i++) {
                String id = "n" + i;
                own.db.inTransaction(
                        () -> own.jobs.enqueue("note", id, JobOptions.standard().id(id)));
                committed.add(id);
                if (i % (count / 5) == count / 10) {
                    own.redis.<String>call(client -> client.flushAll());
                }
            }
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        own.ahead.updateAndGet(ahead -> ahead.plusMinutes(2));
                        own.outbox.step();
                        return done.size() == count;
                    });
        }
        assertThat(done).isEqualTo(committed);
    }

    private void forget() {
        Set<String> keys = node.redis.call(client -> client.keys(deployment.prefix() + "*"));
        node.redis.<Long>call(client -> client.del(keys.toArray(new String[0])));
    }

    @Test
    void manyJobsOfOneTransactionAllArrive() {
        node.working();
        List<Enqueued> all = node.db.inTransaction(() -> node.jobs.enqueueMany(
                "double",
                IntStream.range(0, 450).mapToObj(i -> new Mail("x", i)).toList()));
        node.outbox.step();
        all.forEach(one -> node.await(one.id(), QueueState.DONE));
    }
}
