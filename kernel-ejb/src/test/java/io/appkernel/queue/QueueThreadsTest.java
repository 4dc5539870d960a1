package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a node does with its threads, and how many jobs it takes for them. */
class QueueThreadsTest {
    private static final int WORKERS = 4;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration GRACE = Duration.ofMillis(100);

    private final CountDownLatch free = new CountDownLatch(1);
    private Redis redis;
    private JobQueue queue;

    @BeforeEach
    void open() {
        redis = TestQueues.redis();
        queue = TestQueues.queue(redis);
    }

    @AfterEach
    void close() {
        free.countDown();
        redis.close();
    }

    private QueueWorker node(TestWork work) {
        return TestQueues.worker(queue, redis, work, WORKERS, GRACE);
    }

    private void deafOrShort(Run run) {
        if (run.claim().id().startsWith("deaf")) {
            TestWork.awaitDeaf(free);
        }
    }

    private void longOrShort(Run run) throws InterruptedException {
        if (run.claim().id().startsWith("long")) {
            free.await();
        }
    }

    private QueueState state(String id) {
        return queue.get(id).orElseThrow().state();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private static void stays(Callable<Boolean> condition) {
        Awaitility.await()
                .during(Duration.ofMillis(1500))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    @Test
    void aNodeWorksOnWhenAllItsThreadsAndThoseInTheirPlaceHungAndCameBack() {
        try (QueueWorker node = node(new TestWork(Duration.ofMillis(50), this::deafOrShort))) {
            queue.enqueueAll(TestQueues.entries("deaf", 2 * WORKERS));
            await(() -> node.stuck() == 2 * WORKERS);
            queue.enqueue(TestQueues.entry("next"));
            stays(() -> state("next") == QueueState.WAITING);
            free.countDown();
            await(() -> state("next") == QueueState.DONE && node.stuck() == 0);
        }
    }

    @Test
    void aNodeWithoutAThreadThatCanWorkLeavesItsJobsToOthers() {
        TestWork work = new TestWork(Duration.ofMillis(50), this::deafOrShort);
        try (QueueWorker node = node(work)) {
            queue.enqueueAll(TestQueues.entries("short", 500));
            await(() -> TestQueues.isIdle(queue));
            queue.enqueueAll(TestQueues.entries("deaf", 2 * WORKERS));
            queue.enqueueAll(TestQueues.entries("next", 20));
            await(() -> node.stuck() == 2 * WORKERS);
            await(() -> queue.depth().active() == 0);
            TestWork other = new TestWork(LONG, run -> {});
            try (QueueWorker second = node(other)) {
                await(() -> other.accepted.size() == 20);
            }
        }
    }

    @Test
    void afterShortJobsLongOnesAreTakenByWhoHasThreadsForThem() {
        TestWork one = new TestWork(LONG, this::longOrShort);
        try (QueueWorker node = node(one)) {
            queue.enqueueAll(TestQueues.entries("short", 500));
            await(() -> TestQueues.isIdle(queue));
            queue.enqueueAll(TestQueues.entries("long", 100));
            await(() -> node.running() == WORKERS && queue.depth().active() == WORKERS);
            TestWork two = new TestWork(LONG, this::longOrShort);
            try (QueueWorker second = node(two)) {
                await(() -> second.running() == WORKERS);
                stays(() -> queue.depth().active() == 2 * WORKERS);
                free.countDown();
                await(() -> TestQueues.isIdle(queue));
            }
            assertThat(one.begun).hasSizeGreaterThanOrEqualTo(500 + WORKERS);
            assertThat(one.begun.size() + two.begun.size()).isEqualTo(600);
        }
    }

    @Test
    void aNewNodeTakesNoMoreLongJobsThanItHasThreads() {
        queue.enqueueAll(TestQueues.entries("long", 100));
        try (QueueWorker node = node(new TestWork(LONG, this::longOrShort))) {
            await(() -> node.running() == WORKERS);
            stays(() -> queue.depth().active() == WORKERS);
            free.countDown();
            await(() -> TestQueues.isIdle(queue));
        }
    }

    @Test
    void aPauseHoldsForWhatANodeHasTakenAndNotBegun() {
        TestWork work = new TestWork(LONG, this::longOrShort);
        try (QueueWorker node = node(work)) {
            queue.enqueueAll(TestQueues.entries("short", 500));
            await(() -> TestQueues.isIdle(queue));
            work.begun.clear();
            queue.enqueueAll(TestQueues.entries("long", 40));
            await(() -> node.running() == WORKERS);
            queue.pause();
            await(() -> queue.depth().active() == WORKERS);
            free.countDown();
            stays(() -> work.begun.size() == WORKERS);
            assertThat(queue.depth().waiting()).isEqualTo(40 - WORKERS);
            queue.resume();
            await(() -> work.begun.size() == 40 && TestQueues.isIdle(queue));
        }
    }

    @Test
    void jobsThatAreHandedBackComeInTheOrderTheyCame() {
        TestWork work = new TestWork(LONG, this::longOrShort);
        try (QueueWorker node = node(work)) {
            queue.enqueueAll(TestQueues.entries("short", 500));
            await(() -> TestQueues.isIdle(queue));
            queue.enqueueAll(TestQueues.entries("long", 40));
            await(() -> node.running() == WORKERS && queue.depth().active() == WORKERS);
            assertThat(queue.claim(36).jobs())
                    .extracting(Claim::id)
                    .isEqualTo(TestQueues.entries("long", 40).subList(WORKERS, 40).stream()
                            .map(Entry::id)
                            .toList());
        }
    }
}
