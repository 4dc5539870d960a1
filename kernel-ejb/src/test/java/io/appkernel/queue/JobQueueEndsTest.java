package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How jobs end that somebody wants to cancel, or whose owners are no longer theirs, and what is left of them. */
class JobQueueEndsTest {
    private static final String CANCELLED = "{\"error\":\"cancelled\"}";

    private final AtomicLong now = new AtomicLong(1_790_000_000_000L);
    private Redis redis;
    private JobQueue queue;

    @BeforeEach
    void open() {
        redis = TestQueues.redis();
        queue = new JobQueue(redis, "test", TestQueues.LIMITS, now::get);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private Claim one() {
        List<Claim> jobs = queue.claim(1).jobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private Claim claimed(String id) {
        queue.enqueue(new Entry(
                id,
                "{\"at\":1}",
                Priority.NORMAL,
                "",
                Duration.ZERO,
                3,
                Optional.of("key-" + id),
                Optional.empty(),
                Optional.empty()));
        return one();
    }

    private Stored stored(String id) {
        return queue.get(id).orElseThrow();
    }

    private boolean knows(String hash) {
        return redis.<Boolean>call(client -> client.exists(redis.key("{test}:" + hash)));
    }

    private void nothingIsLeft() {
        for (String hash : List.of("att", "progress", "cancel", "own", "lease", "d", "un")) {
            assertThat(knows(hash)).as(hash).isFalse();
        }
    }

    @Test
    void aCancelIsHeardThoughTheAttemptFailsByItself() {
        Claim claim = claimed("a");
        queue.progress(claim, "{\"percent\":5}");
        assertThat(queue.cancel("a", CANCELLED)).isEqualTo(Cancellation.ASKED);
        assertThat(queue.finish(List.of(new Outcome.Retry(claim, Duration.ofSeconds(5), "{\"error\":\"x\"}"))))
                .containsExactly(true);
        assertThat(stored("a").state()).isEqualTo(QueueState.CANCELLED);
        assertThat(stored("a").note()).isEqualTo("{\"error\":\"x\"}");
        assertThat(redis.<Long>call(client -> client.pttl(redis.key("{test}:j:a"))))
                .isPositive();
        now.addAndGet(5_000);
        assertThat(queue.claim(1).jobs()).isEmpty();
        nothingIsLeft();
    }

    @Test
    void aCancelIsHeardThoughTheNodeHandsTheJobBack() {
        Claim claim = claimed("a");
        queue.cancel("a", CANCELLED);
        queue.finish(List.of(new Outcome.HandedBack(claim)));
        assertThat(stored("a").state()).isEqualTo(QueueState.CANCELLED);
        assertThat(stored("a").note()).isEqualTo(CANCELLED);
        assertThat(queue.claim(1).jobs()).isEmpty();
        nothingIsLeft();
    }

    @Test
    void anEndThatComesBeforeTheCancelIsHeardStands() {
        Claim done = claimed("done");
        Claim dead = claimed("dead");
        queue.cancel("done", CANCELLED);
        queue.cancel("dead", CANCELLED);
        queue.finish(List.of(new Outcome.Done(done, "{}"), new Outcome.Dead(dead, "{}")));
        assertThat(stored("done").state()).isEqualTo(QueueState.DONE);
        assertThat(stored("dead").state()).isEqualTo(QueueState.DEAD);
        assertThat(knows("cancel")).isFalse();
    }

    @Test
    void ofAJobThatIsCancelledWhileItWaitsForItsNextAttemptNothingIsLeft() {
        Claim claim = claimed("a");
        queue.progress(claim, "{\"percent\":5}");
        queue.finish(List.of(new Outcome.Retry(claim, Duration.ofSeconds(5), "{}")));
        assertThat(queue.cancel("a", CANCELLED)).isEqualTo(Cancellation.CANCELLED);
        nothingIsLeft();
    }

    @Test
    void aCancelOutlivesTheOwnerWhoNeverHeardOfIt() {
        claimed("a");
        queue.cancel("a", CANCELLED);
        now.addAndGet(TestQueues.LIMITS.lease().toMillis() + 1);
        Claim next = one();
        assertThat(queue.renew(List.of(next))).containsExactly(Renewal.CANCEL);
        queue.finish(List.of(new Outcome.Cancelled(next, "{}")));
        nothingIsLeft();
    }

    @Test
    void nobodyTellsOfTheProgressOfWhatIsNoLongerTheirs() {
        Claim old = claimed("a");
        now.addAndGet(TestQueues.LIMITS.lease().toMillis() + 1);
        Claim next = one();
        assertThat(queue.progress(old, "{\"percent\":1}")).isFalse();
        assertThat(queue.progress(next, "{\"percent\":2}")).isTrue();
        queue.finish(List.of(new Outcome.Done(next, "{}")));
        assertThat(queue.progress(next, "{\"percent\":3}")).isFalse();
        nothingIsLeft();
    }

    @Test
    void eachTimeAJobIsGivenUpIsToldApart() {
        Claim first = claimed("a");
        assertThat(first.round()).isZero();
        for (int round = 1; round < 4; round++) {
            queue.finish(List.of(new Outcome.Dead(first, "{}")));
            queue.redrive(List.of("a"));
            first = one();
            queue.finish(List.of(new Outcome.Retry(first, Duration.ZERO, "{}")));
            first = one();
            assertThat(first.round()).isEqualTo(round);
            assertThat(first.attempt()).isEqualTo(2);
            assertThat(stored("a").failures()).isEqualTo(1);
        }
        queue.finish(List.of(new Outcome.Done(first, "{}")));
        nothingIsLeft();
    }

    @Test
    void onlyWhatIsDeadIsDiscardedAndItsIdIsFreeAgain() {
        Claim claim = claimed("a");
        queue.finish(List.of(new Outcome.Retry(claim, Duration.ZERO, "{}")));
        assertThat(queue.discard(List.of("a", "nobody"))).isZero();
        queue.finish(List.of(new Outcome.Dead(one(), "{}")));
        assertThat(queue.discard(List.of("a", "nobody"))).isEqualTo(1);
        assertThat(queue.get("a")).isEmpty();
        assertThat(queue.depth().dead()).isZero();
        assertThat(queue.redrive(List.of("a"))).isZero();
        nothingIsLeft();
        claimed("a");
    }

    @Test
    void nothingFollowsOnWhatAnOwnerSaysThatIsNoLongerOne() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        JobQueue real = TestQueues.queue(redis);
        TestWork work = new TestWork(Duration.ofMinutes(1), run -> {
            begun.countDown();
            TestWork.awaitDeaf(end);
        });
        try (QueueWorker worker = TestQueues.worker(real, redis, work)) {
            real.enqueueAll(List.of(TestQueues.entry("mine"), TestQueues.entry("lost")));
            begun.await();
            redis.<Long>call(client -> client.hset(redis.key("{test}:own"), "lost", "9"));
            end.countDown();
            Awaitility.await().until(() -> work.accepted.size() == 1 && work.refused.size() == 1);
        }
        assertThat(work.followed).extracting(outcome -> outcome.claim().id()).containsExactly("mine");
    }
}
