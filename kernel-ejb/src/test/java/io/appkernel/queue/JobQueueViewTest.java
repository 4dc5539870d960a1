package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a queue tells of itself and of its jobs. */
class JobQueueViewTest {
    private Redis redis;
    private JobQueue queue;

    @BeforeEach
    void open() {
        redis = TestQueues.redis();
        queue = TestQueues.queue(redis);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private static Entry with(String id, Priority priority, String tenant, Duration delay) {
        return new Entry(
                id, "{\"at\":1}", priority, tenant, delay, 3, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private Claim one() {
        List<Claim> jobs = queue.claim(1).jobs();
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    @Test
    void theNewestJobsAreListedForAllAndForTheirUser() {
        queue.enqueueAll(List.of(TestQueues.entry("a"), TestQueues.entry("b")));
        queue.enqueue(new Entry(
                "mine",
                "{\"at\":1}",
                Priority.NORMAL,
                "",
                Duration.ZERO,
                3,
                Optional.empty(),
                Optional.of("u1"),
                Optional.empty()));
        assertThat(queue.newest(Optional.empty(), 2)).containsExactly("mine", "b");
        assertThat(queue.newest(Optional.of("u1"), 10)).containsExactly("mine");
        assertThat(queue.newest(Optional.of("u2"), 10)).isEmpty();
    }

    @Test
    void theDepthSaysWhatStandsWhere() {
        queue.enqueueAll(List.of(
                with("h", Priority.HIGH, "", Duration.ZERO),
                with("n", Priority.NORMAL, "t", Duration.ZERO),
                with("d", Priority.NORMAL, "", Duration.ofHours(1))));
        one();
        Depth depth = queue.depth();
        assertThat(depth.high()).isZero();
        assertThat(depth.normal()).isEqualTo(1);
        assertThat(depth.delayed()).isEqualTo(1);
        assertThat(depth.active()).isEqualTo(1);
        assertThat(depth.dead()).isZero();
        assertThat(depth.tenants()).isEqualTo(1);
        assertThat(depth.oldest()).contains(Instant.ofEpochMilli(1));
    }

    @Test
    void whatWasCancelledWaitsNoMore() {
        queue.enqueueAll(List.of(
                Entry.of("gone", "{\"at\":1}"),
                Entry.of("here", "{\"at\":2}"),
                with("delayed", Priority.NORMAL, "", Duration.ofHours(1)),
                with("other", Priority.NORMAL, "t", Duration.ZERO)));
        queue.cancel("gone", "{}");
        queue.cancel("delayed", "{}");
        queue.cancel("other", "{}");
        assertThat(queue.depth().waiting()).isEqualTo(1);
        assertThat(queue.depth().delayed()).isZero();
        assertThat(queue.depth().tenants()).isEqualTo(1);
        assertThat(queue.depth().oldest()).contains(Instant.ofEpochMilli(2));

        assertThat(one().id()).isEqualTo("here");
        assertThat(queue.claim(5).jobs()).isEmpty();
        assertThat(queue.depth().waiting()).isZero();
        assertThat(queue.depth().oldest()).isEmpty();
        assertThat(redis.<Boolean>call(client -> client.exists(redis.key("{test}:gone"))))
                .isFalse();
    }

    @Test
    void aTenantIsCountedOnceWhateverItsPriorities() {
        queue.enqueueAll(List.of(
                with("h", Priority.HIGH, "t", Duration.ZERO),
                with("n", Priority.NORMAL, "t", Duration.ZERO),
                with("l", Priority.LOW, "u", Duration.ZERO)));
        assertThat(queue.depth().tenants()).isEqualTo(2);
    }

    @Test
    void whoWantsToWakeManyLeavesOneToken() {
        for (int i = 0; i < 10; i++) {
            queue.wake();
            queue.resume();
        }
        assertThat(redis.<Long>call(client -> client.llen(redis.key("{test}:wake"))))
                .isEqualTo(1);
    }

    @Test
    void whatIsLongStaysWhereItIs() {
        String payload = "{\"at\":1,\"task\":\"t,\\\"payload\\\":\",\"payload\":\"" + "x".repeat(5000) + "\"}";
        queue.enqueue(Entry.of("a", payload));
        Claim claim = one();
        assertThat(claim.body()).isEqualTo(payload);
        String note = "{\"started\":1,\"ended\":2,\"result\":\"" + "y".repeat(5000) + "\"}";
        queue.finish(List.of(new Outcome.Done(claim, note)));

        assertThat(queue.get("a").orElseThrow().body()).isEqualTo("{\"at\":1,\"task\":\"t,\\\"payload\\\":\"}");
        assertThat(queue.get("a").orElseThrow().note()).isEqualTo(note);
        assertThat(queue.get(List.of("a")).get(0).note()).isEqualTo("{\"started\":1,\"ended\":2}");
    }

    @Test
    void progressIsKeptWhileAJobRuns() {
        queue.enqueue(TestQueues.entry("a"));
        Claim claim = one();
        assertThat(queue.progress(claim, "{\"percent\":5}")).isTrue();
        assertThat(queue.get("a").orElseThrow().progress()).isEqualTo("{\"percent\":5}");
        queue.finish(List.of(new Outcome.Done(claim, "{}")));
        assertThat(queue.get("a").orElseThrow().progress()).isEmpty();
    }

    @Test
    void theOwnersOfAPausedQueuesJobsAreToldWithTheirLeases() {
        queue.enqueueAll(List.of(TestQueues.entry("a"), TestQueues.entry("b")));
        Claim a = one();
        Claim b = one();
        queue.pause();
        queue.cancel("b", "{}");
        assertThat(queue.renew(List.of(a, b))).containsExactly(Renewal.PAUSED, Renewal.CANCEL);
        queue.resume();
        assertThat(queue.renew(List.of(a))).containsExactly(Renewal.KEPT);
    }

    @Test
    void aPausedQueueGivesOutNothing() {
        queue.enqueue(TestQueues.entry("a"));
        queue.pause();
        assertThat(queue.claim(1).jobs().stream().map(Claim::id).toList()).isEmpty();
        assertThat(queue.depth().paused()).isTrue();
        queue.resume();
        assertThat(queue.claim(1).jobs().stream().map(Claim::id).toList()).containsExactly("a");
    }
}
