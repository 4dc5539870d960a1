package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a node stops, and what its loops survive. */
class JobNodeTest {
    @TempDir
    Path directory;

    private TestJobs node;

    @BeforeEach
    void open() {
        node = new TestJobs(TestDeployment.fresh(DatabaseKind.H2, directory));
    }

    @AfterEach
    void close() {
        node.close();
    }

    private long rows() {
        return node.db.withConnection(connection -> {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT COUNT(*) FROM \"kernel_outbox\"")) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    @Test
    void whatEndsWhileTheNodeStopsLeavesTheOutbox() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Thread stopper = new Thread(node::stopWorking, "stopper");
        node.registry.register("note", String.class, (text, context) -> {
            begun.countDown();
            // The node is stopping, and gives this job its time of grace.
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> stopper.getState() == Thread.State.TIMED_WAITING);
            return null;
        });
        node.working();
        String id = node.db.inTransaction(() -> node.jobs.enqueue("note", "a")).id();
        begun.await();
        assertThat(rows()).isEqualTo(1);
        stopper.start();
        stopper.join();
        assertThat(node.jobs.get(id).orElseThrow().state()).isEqualTo(QueueState.DONE);
        assertThat(rows()).isZero();
    }

    @Test
    void noQueueTakesAJobOnceTheNodeStops() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch late = new CountDownLatch(1);
        AtomicBoolean ran = new AtomicBoolean();
        node.registry.register("wait", "a", String.class, (text, context) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                node.jobs.enqueue("note", "late", JobOptions.standard().id("late"));
                ran.set(late.await(500, TimeUnit.MILLISECONDS));
            }
            return null;
        });
        node.registry.register("note", "z", String.class, (text, context) -> {
            late.countDown();
            return null;
        });
        node.working();
        node.jobs.enqueue("wait", "a");
        begun.await();
        node.stopWorking();
        assertThat(ran).isFalse();
        assertThat(node.jobs.get("late").orElseThrow().state()).isEqualTo(QueueState.WAITING);
    }

    @Test
    void aNodeWithThreadsThatHangStopsSoon() {
        AtomicBoolean free = new AtomicBoolean();
        JobOptions once = JobOptions.standard().timeout(Duration.ofMillis(50)).maxAttempts(1);
        for (String queue : new String[] {"a", "b", "c"}) {
            node.registry.register("deaf." + queue, queue, String.class, (text, context) -> {
                while (!free.get()) {
                    Thread.onSpinWait();
                }
                return null;
            });
        }
        node.working();
        for (String queue : new String[] {"a", "b", "c"}) {
            node.jobs.enqueue("deaf." + queue, "x", once);
            node.jobs.enqueue("deaf." + queue, "x", once);
        }
        Awaitility.await().until(() -> node.stuck() == 6);
        long begin = System.nanoTime();
        node.stopWorking();
        free.set(true);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void anErrorDoesNotEndTheOutbox() {
        node.registry.register("note", String.class, (text, context) -> text);
        node.working();
        node.fault.set(new LinkageError("as if"));
        node.outbox.wake();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> node.log.stream().anyMatch(line -> line.contains("work on jobs has to wait")));
        String id = node.db.inTransaction(() -> node.jobs.enqueue("note", "a")).id();
        node.await(id, QueueState.DONE);
    }
}
