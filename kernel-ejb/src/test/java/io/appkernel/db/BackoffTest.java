package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final List<Duration> pauses = new ArrayList<>();

    private boolean[] threeAndOneMore(double random) {
        Backoff backoff = new Backoff(pauses::add, () -> random);
        return new boolean[] {backoff.await(1), backoff.await(2), backoff.await(3), backoff.await(4)};
    }

    @Test
    void thereAreThreeRetriesAndEachWaitsTwiceAsLong() {
        assertThat(threeAndOneMore(1)).containsExactly(true, true, true, false);
        assertThat(pauses).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200));
    }

    @Test
    void chanceShortensEachWaitByUpToAHalf() {
        threeAndOneMore(0);
        assertThat(pauses).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void whoIsInterruptedGivesUpAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(Backoff.real().await(1)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(pauses).isEmpty();
    }
}
