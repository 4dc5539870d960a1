package io.appkernel.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.db.DatabaseKind;
import io.appkernel.migrations.TestDeployment;
import io.appkernel.queue.Enqueued;
import io.appkernel.queue.QueueState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that can be wrong with a job: a clear cause, the right counts, and a worker that goes on. */
class PoisonTest {
    private static final int ATTEMPTS = 2;

    @TempDir
    Path directory;

    private TestDeployment deployment;
    private TestJobs node;

    /**
     * @param attempts how often it is tried; once where another attempt would change nothing
     * @param cause what the dead letter says
     */
    record Poison(
            String title,
            JobHandler<Order> handler,
            @Nullable Object payload,
            int attempts,
            String cause) {
        @Override
        public String toString() {
            return title;
        }
    }

    record Order(String id, int pieces) {}

    private static final JobHandler<Order> WELL = (order, context) -> order.pieces();
    private static final Order ONE = new Order("one", 1);

    static Stream<Poison> poisons() {
        return Stream.of(
                new Poison("a number that is a word", WELL, Map.of("id", "a", "pieces", "many"), 1, "does not fit"),
                new Poison("a list for an object", WELL, List.of(1, 2), 1, "does not fit"),
                new Poison("a text for an object", WELL, "order", 1, "does not fit"),
                new Poison("nothing", WELL, null, ATTEMPTS, "needs a payload"),
                new Poison("a field of another version", WELL, Map.of("id", "a", "pieces", List.of(1)), 1, "pieces"),
                new Poison("a handler that throws", fails(() -> new IllegalStateException("no")), ONE, ATTEMPTS, "no"),
                new Poison("an Error", fails(() -> new AssertionError("bad")), ONE, ATTEMPTS, "AssertionError: bad"),
                new Poison("a missing class", fails(() -> new NoClassDefFoundError("x/Y")), ONE, ATTEMPTS, "x/Y"),
                new Poison("a recursion", (order, context) -> depth(0), ONE, ATTEMPTS, "StackOverflowError"),
                new Poison("a full heap", (order, context) -> hoard(), ONE, ATTEMPTS, "OutOfMemoryError"),
                new Poison("a hang", (order, context) -> hang(), ONE, ATTEMPTS, "took longer than"),
                new Poison("a death of its thread", (order, context) -> interrupted(), ONE, ATTEMPTS, "Interrupted"),
                new Poison("a result too large", (order, context) -> "x".repeat(20_000), ONE, ATTEMPTS, "max-payload"),
                new Poison("a result without JSON form", (order, context) -> loop(), ONE, ATTEMPTS, "no JSON form"));
    }

    private static JobHandler<Order> fails(Throwing throwing) {
        return (order, context) -> {
            Throwable thrown = throwing.make();
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (Exception) thrown;
        };
    }

    private interface Throwing {
        Throwable make();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int depth(int at) {
        return depth(at + 1) + 1;
    }

    private static int hoard() {
        return new long[Integer.MAX_VALUE].length;
    }

    private static int hang() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private static int interrupted() throws InterruptedException {
        Thread.currentThread().interrupt();
        throw new InterruptedException("Interrupted by itself");
    }

    private static Object loop() {
        AtomicReference<Object> self = new AtomicReference<>();
        List<Object> list = List.of(self);
        self.set(list);
        return list;
    }

    @BeforeEach
    void open() {
        deployment = TestDeployment.fresh(DatabaseKind.H2, directory);
        node = new TestJobs(deployment);
        node.registry.register("well", Order.class, WELL);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private double count(String task, String outcome) {
        return node.meters.find("jobs").tags("task", task, "outcome", outcome).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @ParameterizedTest
    @MethodSource("poisons")
    void poisonEndsAsADeadLetterWithItsCause(Poison poison) {
        node.registry.register("poison", Order.class, poison.handler());
        node.working();
        JobOptions options = JobOptions.standard().maxAttempts(ATTEMPTS).timeout(Duration.ofMillis(500));
        String id = node.jobs.enqueue("poison", poison.payload(), options).id();

        Job dead = node.await(id, QueueState.DEAD);
        assertThat(dead.error().orElse("")).contains(poison.cause());
        assertThat(dead.attempts()).isEqualTo(poison.attempts());
        theWorkerGoesOn();
        Awaitility.await().until(() -> count("poison", "dead") == 1);
        assertThat(count("poison", "retry")).isEqualTo(poison.attempts() - 1.0);
        assertThat(count("poison", "done")).isZero();
        assertThat(node.jobs.queueStatus().get("default").dead()).isEqualTo(1);
    }

    /** As many as there are threads, so that each has one. */
    private void theWorkerGoesOn() {
        List<Order> orders = List.of(ONE, ONE, ONE, ONE);
        assertThat(orders).hasSize(TestJobs.SETTINGS.workerCount());
        for (Enqueued one : node.jobs.enqueueMany("well", orders)) {
            assertThat(node.await(one.id(), QueueState.DONE).result()).isEqualTo(1);
        }
        Awaitility.await().until(() -> count("well", "done") == orders.size());
    }

    @Test
    void aTextThatTheKernelDidNotWriteIsADeadLetterToo() {
        String id = node.jobs.enqueue("well", ONE).id();
        String key = deployment.prefix() + "{default}:j:" + id;
        node.redis.<String>call(client -> client.set(
                key, client.get(key).replace("\"pieces\":1", "\"pieces\":").replace("}", "")));
        node.working();
        assertThat(node.await(id, QueueState.DEAD).error().orElse("")).contains("not what the kernel wrote");
        theWorkerGoesOn();
    }
}
