package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.appkernel.queue.Entry.Tick;
import io.appkernel.redis.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private static final QueueLimits LIMITS =
            new QueueLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1000, 100, Duration.ofDays(30));

    private final AtomicLong now = new AtomicLong(1_790_000_000_000L);
    private Redis redis;
    private JobQueue queue;

    @BeforeEach
    void open() {
        redis = TestQueues.redis();
        queue = new JobQueue(redis, "test", LIMITS, now::get);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private static Entry entry(String id) {
        return Entry.of(id, "{\"at\":1,\"n\":\"" + id + "\"}");
    }

    private static Entry with(String id, Priority priority, String tenant, Duration delay) {
        return new Entry(
                id, "{\"at\":1}", priority, tenant, delay, 3, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Entry unique(String id, String key) {
        return new Entry(
                id,
                "{\"at\":1}",
                Priority.NORMAL,
                "",
                Duration.ZERO,
                3,
                Optional.of(key),
                Optional.empty(),
                Optional.empty());
    }

    private static Entry tick(String schedule, long at) {
        return new Entry(
                schedule + "-" + at,
                "{\"at\":1}",
                Priority.NORMAL,
                "",
                Duration.ZERO,
                3,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Tick(schedule, at)));
    }

    private List<String> ids(int most) {
        return queue.claim(most).jobs().stream().map(Claim::id).toList();
    }

    private Claim one() {
        List<Claim> jobs = queue.claim(1).jobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private QueueState state(String id) {
        return queue.get(id).orElseThrow().state();
    }

    @Test
    void jobsAreClaimedOnceInTheOrderTheyCame() {
        queue.enqueueAll(List.of(entry("a"), entry("b")));
        queue.enqueue(entry("c"));

        Claims claims = queue.claim(2);
        assertThat(claims.jobs()).extracting(Claim::id).containsExactly("a", "b");
        assertThat(claims.jobs()).extracting(Claim::attempt).containsOnly(1);
        assertThat(claims.jobs().get(0).body()).isEqualTo("{\"at\":1,\"n\":\"a\"}");
        assertThat(claims.more()).isTrue();
        assertThat(ids(10)).containsExactly("c");
        assertThat(ids(10)).isEmpty();
        assertThat(state("a")).isEqualTo(QueueState.ACTIVE);
    }

    @Test
    void anIdIsTakenOnceWhileItIsKnown() {
        assertThat(queue.enqueue(entry("a")).isNew()).isTrue();
        assertThat(queue.enqueue(entry("a"))).isEqualTo(new Enqueued("a", false));
        queue.finish(List.of(new Outcome.Done(one(), "{}")));
        assertThat(queue.enqueue(entry("a")).isNew()).isFalse();
        assertThat(ids(10)).isEmpty();
    }

    @Test
    void whatIsDoneIsKeptWithItsNote() {
        queue.enqueue(entry("a"));
        assertThat(queue.finish(List.of(new Outcome.Done(one(), "{\"result\":1}"))))
                .containsExactly(true);

        Stored stored = queue.get("a").orElseThrow();
        assertThat(stored.state()).isEqualTo(QueueState.DONE);
        assertThat(stored.note()).isEqualTo("{\"result\":1}");
        assertThat(stored.body()).isEqualTo("{\"at\":1,\"n\":\"a\"}");
        assertThat(redis.<Long>call(client -> client.pttl(redis.key("{test}:j:a"))))
                .isPositive();
    }

    @Test
    void anAnswerThatIsGivenTwiceCountsOnce() {
        queue.enqueue(entry("a"));
        Claim claim = one();
        assertThat(queue.finish(List.of(new Outcome.Done(claim, "{}")))).containsExactly(true);
        assertThat(queue.finish(List.of(new Outcome.Done(claim, "{}")))).containsExactly(true);
    }

    @Test
    void whoLosesTheLeaseLosesTheSay() {
        queue.enqueue(entry("a"));
        Claim slow = one();
        now.addAndGet(30_001);
        Claim other = one();
        assertThat(other.attempt()).isEqualTo(2);

        assertThat(queue.renew(List.of(slow, other))).containsExactly(Renewal.LOST, Renewal.KEPT);
        assertThat(queue.finish(List.of(new Outcome.Dead(slow, "{}")))).containsExactly(false);
        assertThat(state("a")).isEqualTo(QueueState.ACTIVE);
        assertThat(queue.finish(List.of(new Outcome.Done(other, "{}")))).containsExactly(true);
        assertThat(queue.finish(List.of(new Outcome.Done(slow, "{}")))).containsExactly(false);
    }

    @Test
    void ownersThatVanishTakeNoAttemptsAlongUntilItIsTheJobThatKillsThem() {
        queue.enqueue(entry("a"));
        int most = one().maxAttempts();
        for (int vanished = 1; vanished < 10; vanished++) {
            now.addAndGet(30_001);
            Claim next = one();
            assertThat(next.attempt()).isEqualTo(vanished + 1);
            assertThat(next.maxAttempts()).isEqualTo(most + vanished);
        }
        assertThat(queue.get("a").orElseThrow().failures()).isEqualTo(9);
        now.addAndGet(30_001);
        Claim last = one();
        assertThat(last.attempt()).isGreaterThan(last.maxAttempts());
    }

    @Test
    void aRenewedLeaseHolds() {
        queue.enqueue(entry("a"));
        Claim claim = one();
        for (int i = 0; i < 5; i++) {
            now.addAndGet(20_000);
            assertThat(queue.renew(List.of(claim))).containsExactly(Renewal.KEPT);
            assertThat(ids(1)).isEmpty();
        }
    }

    @Test
    void aFailedJobIsTriedAgainLaterAndDiesInTheEnd() {
        queue.enqueue(entry("a"));
        queue.finish(List.of(new Outcome.Retry(one(), Duration.ofSeconds(5), "{\"error\":\"x\"}")));
        assertThat(state("a")).isEqualTo(QueueState.DELAYED);
        assertThat(queue.get("a").orElseThrow().note()).isEqualTo("{\"error\":\"x\"}");
        Claims none = queue.claim(1);
        assertThat(none.jobs()).isEmpty();
        assertThat(none.nextDue()).contains(Duration.ofSeconds(5));

        now.addAndGet(5_000);
        Claim second = one();
        assertThat(second.attempt()).isEqualTo(2);
        queue.finish(List.of(new Outcome.Dead(second, "{\"error\":\"y\"}")));
        assertThat(state("a")).isEqualTo(QueueState.DEAD);
        assertThat(queue.dead(0, 10)).containsExactly("a");
        assertThat(redis.<Long>call(client -> client.pttl(redis.key("{test}:j:a"))))
                .isEqualTo(-1);

        assertThat(queue.redrive(List.of("a", "b"))).isEqualTo(1);
        assertThat(one().attempt()).isEqualTo(1);
        assertThat(queue.dead(0, 10)).isEmpty();
    }

    @Test
    void aJobIsHandedBackToTheFrontWithoutAnAttempt() {
        queue.enqueueAll(List.of(entry("a"), entry("b")));
        queue.finish(List.of(new Outcome.HandedBack(one())));
        Claim again = one();
        assertThat(again.id()).isEqualTo("a");
        assertThat(again.attempt()).isEqualTo(1);
    }

    @Test
    void aClaimBringsNoMoreThanFitsInAFewMegabytes() {
        String large = "{\"at\":1,\"payload\":\"" + "x".repeat(500_000) + "\"}";
        List<String> all = IntStream.range(0, 50).mapToObj(i -> "l" + i).toList();
        all.forEach(id -> queue.enqueue(Entry.of(id, large)));

        List<String> seen = new ArrayList<>();
        while (seen.size() < 50) {
            List<String> some = ids(50);
            assertThat(some).hasSizeBetween(1, 18);
            seen.addAll(some);
        }
        assertThat(seen).isEqualTo(all);
        assertThat(queue.depth().tenants()).isZero();
    }

    @Test
    void higherPrioritiesComeFirst() {
        queue.enqueueAll(List.of(
                with("low", Priority.LOW, "", Duration.ZERO),
                with("normal", Priority.NORMAL, "", Duration.ZERO),
                with("high", Priority.HIGH, "", Duration.ZERO)));
        assertThat(ids(2)).containsExactly("high", "normal");
        assertThat(ids(2)).containsExactly("low");
    }

    @Test
    void tenantsTakeTurns() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            many.add(with("big-" + i, Priority.NORMAL, "big", Duration.ZERO));
        }
        queue.enqueueAll(many);
        queue.enqueue(with("small", Priority.NORMAL, "small", Duration.ZERO));

        assertThat(ids(16)).hasSize(16).contains("small");
    }

    @Test
    void everyTenantIsServedHoweverManyThereAre() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entries.add(with("j" + i, Priority.values()[i % 3], "t" + i % 37, Duration.ZERO));
        }
        queue.enqueueAll(entries);

        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            ids(7).forEach(id -> assertThat(seen.add(id)).as(id).isTrue());
        }
        assertThat(seen).hasSize(500);
        assertThat(queue.depth().waiting()).isZero();
        assertThat(queue.depth().tenants()).isZero();
    }

    @Test
    void aDelayedJobComesWhenItIsDue() {
        queue.enqueue(with("a", Priority.NORMAL, "", Duration.ofMinutes(1)));
        assertThat(state("a")).isEqualTo(QueueState.DELAYED);
        assertThat(queue.get("a").orElseThrow().due()).contains(Instant.ofEpochMilli(now.get() + 60_000));
        assertThat(ids(1)).isEmpty();
        now.addAndGet(60_000);
        assertThat(ids(1)).containsExactly("a");
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() {
        queue.enqueueAll(List.of(entry("a"), with("later", Priority.NORMAL, "", Duration.ofMinutes(1))));
        assertThat(queue.cancel("a", "{}")).isEqualTo(Cancellation.CANCELLED);
        assertThat(queue.cancel("later", "{}")).isEqualTo(Cancellation.CANCELLED);
        assertThat(queue.cancel("a", "{}")).isEqualTo(Cancellation.TOO_LATE);
        assertThat(queue.cancel("none", "{}")).isEqualTo(Cancellation.UNKNOWN);
        now.addAndGet(60_000);
        assertThat(ids(10)).isEmpty();
        assertThat(state("a")).isEqualTo(QueueState.CANCELLED);
    }

    @Test
    void theOwnerOfARunningJobIsToldToCancel() {
        queue.enqueue(entry("a"));
        Claim claim = one();
        assertThat(queue.cancel("a", "{}")).isEqualTo(Cancellation.ASKED);
        assertThat(queue.renew(List.of(claim))).containsExactly(Renewal.CANCEL);
        queue.finish(List.of(new Outcome.Cancelled(claim, "{}")));
        assertThat(state("a")).isEqualTo(QueueState.CANCELLED);
    }

    @Test
    void aQueueFullOfCancelledJobsIsLeftInSteps() {
        List<Entry> many =
                IntStream.range(0, 3000).mapToObj(i -> entry("c" + i)).toList();
        queue.enqueueAll(many);
        many.forEach(entry -> queue.cancel(entry.id(), "{}"));
        queue.enqueue(entry("alive"));

        int claims = 1;
        while (ids(1).isEmpty()) {
            claims++;
        }
        assertThat(claims).isBetween(2, 4);
    }

    @Test
    void aUniqueKeyIsFreeAgainWhenItsJobHasEnded() {
        assertThat(queue.enqueue(unique("a", "key")).isNew()).isTrue();
        assertThat(queue.enqueue(unique("b", "key"))).isEqualTo(new Enqueued("a", false));
        Claim claim = one();
        assertThat(queue.enqueue(unique("c", "key")).isNew()).isFalse();
        queue.finish(List.of(new Outcome.Done(claim, "{}")));
        assertThat(queue.enqueue(unique("d", "key")).isNew()).isTrue();
        queue.cancel("d", "{}");
        assertThat(queue.enqueue(unique("e", "key")).isNew()).isTrue();
    }

    @Test
    void aTickIsTakenOnceAndNoOlderOneAfterIt() {
        assertThat(queue.enqueue(tick("nightly", 100)).isNew()).isTrue();
        assertThat(queue.enqueue(tick("nightly", 100)).isNew()).isFalse();
        assertThat(queue.enqueue(tick("nightly", 99)).isNew()).isFalse();
        assertThat(queue.enqueue(tick("nightly", 101)).isNew()).isTrue();
        assertThat(queue.lastTick("nightly")).contains(Instant.ofEpochMilli(101));
        assertThat(ids(10)).containsExactly("nightly-100", "nightly-101");
    }

    @Test
    void manyThreadsEnqueueAndClaimEachJobOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Set<String>>> claimed = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                int thread = t;
                claimed.add(threads.submit(() -> {
                    Set<String> mine = new HashSet<>();
                    for (int i = 0; i < 200; i++) {
                        assertThat(queue.enqueue(entry(thread + "-" + i)).isNew())
                                .isTrue();
                        mine.addAll(ids(3));
                    }
                    return mine;
                }));
            }
            Set<String> all = new HashSet<>(ids(500));
            for (Future<Set<String>> one : claimed) {
                one.get().forEach(id -> assertThat(all.add(id)).as(id).isTrue());
            }
            for (List<String> rest = ids(500); !rest.isEmpty(); rest = ids(500)) {
                rest.forEach(id -> assertThat(all.add(id)).as(id).isTrue());
            }
            assertThat(all).hasSize(1600);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void namesThatWouldBreakARecordAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(""));
        assertThatIllegalArgumentException().isThrownBy(() -> entry("a|b"));
        assertThatIllegalArgumentException().isThrownBy(() -> with("a", Priority.LOW, "t\nx", Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.of("a", "{\"at\":1,\n}"));
        assertThatIllegalArgumentException().isThrownBy(() -> Entry.of("a", "{}"));
    }
}
