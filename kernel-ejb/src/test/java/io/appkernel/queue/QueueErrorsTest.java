package io.appkernel.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.redis.Redis;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Memory runs out, or a class is missing, in each of the loops; none of them ends. */
class QueueErrorsTest {
    private final Redis redis = TestQueues.redis();
    private final JobQueue queue = TestQueues.queue(redis);

    @AfterEach
    void close() {
        redis.close();
    }

    /** Throws once at each of these places. */
    private static final class Faulty extends TestWork {
        private final Set<String> places = ConcurrentHashMap.newKeySet();

        Faulty(String place) {
            super(Duration.ofMinutes(1), run -> {
                if (run.claim().id().equals("fails")) {
                    throw new IllegalStateException("no");
                }
            });
            places.add(place);
        }

        private void at(String place) {
            if (places.remove(place)) {
                throw new OutOfMemoryError("as if at " + place);
            }
        }

        @Override
        public Duration timeout(Claim claim) {
            at("timeout");
            return super.timeout(claim);
        }

        @Override
        public Outcome failed(Run run, Throwable why) {
            at("failed");
            return super.failed(run, why);
        }

        @Override
        public void before(Outcome outcome) {
            at("before");
        }

        @Override
        public void accepted(Outcome outcome) {
            super.accepted(outcome);
            at("accepted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeout", "failed", "before", "accepted"})
    void anErrorEndsNoLoop(String place) {
        Faulty work = new Faulty(place);
        try (QueueWorker worker = TestQueues.worker(queue, redis, work)) {
            List<String> ids = List.of("well", "fails", "last");
            for (String id : ids) {
                queue.enqueue(TestQueues.entry(id));
                // Whatever was leased when it was thrown comes back when the lease has ended.
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> queue.get(id).orElseThrow().state().isFinal());
            }
            Awaitility.await().until(() -> work.accepted.size() == 3);
            assertThat(work.accepted)
                    .extracting(outcome -> outcome.claim().id())
                    .containsExactlyElementsOf(ids);
            assertThat(work.places).isEmpty();
        }
    }
}
