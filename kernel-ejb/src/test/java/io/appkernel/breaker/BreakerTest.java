package io.appkernel.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Breaker breaker = new Breaker(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.refusal()).isEmpty();
            breaker.failed();
        }
    }

    private void assertTurnsAway() {
        assertThat(breaker.refusal())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
    }

    @Test
    void itOpensAtTheFifthFailureInARow() {
        fail(4);
        assertThat(breaker.isOpen()).isFalse();

        fail(1);

        assertThat(breaker.isOpen()).isTrue();
        assertTurnsAway();
    }

    @Test
    void oneSuccessForgetsTheFailuresBefore() {
        fail(4);
        breaker.succeeded();
        fail(4);

        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void itSaysHowLongItStaysOpen() {
        fail(5);
        pass(Duration.ofSeconds(2));

        assertThat(breaker.refusal()).contains(Duration.ofSeconds(3));
    }

    @Test
    void afterThePauseOneCallerMayTryAndTheOthersWait() {
        fail(5);
        pass(Breaker.PAUSE);

        assertThat(breaker.refusal()).isEmpty();
        assertTurnsAway();
    }

    @Test
    void aTrialThatSucceedsClosesIt() {
        fail(5);
        pass(Breaker.PAUSE);
        assertThat(breaker.refusal()).isEmpty();
        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        fail(4);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aTrialThatFailsKeepsItOpenForAnotherPause() {
        fail(5);
        pass(Breaker.PAUSE);
        assertThat(breaker.refusal()).isEmpty();

        assertThat(breaker.failed()).isEqualTo(Breaker.Failure.FURTHER);

        assertTurnsAway();
        pass(Breaker.PAUSE);
        assertThat(breaker.refusal()).isEmpty();
    }

    @Test
    void aTrialThatFoundOutNothingLeavesTheNextOneToTry() {
        fail(5);
        pass(Breaker.PAUSE);
        assertThat(breaker.refusal()).isEmpty();
        breaker.undecided();

        assertThat(breaker.refusal()).isEmpty();
    }

    @Test
    void oneWhoWasOnTheWayWhenItOpenedDoesNotKeepItOpenLonger() {
        fail(5);
        pass(Duration.ofSeconds(4));
        breaker.failed();
        pass(Duration.ofSeconds(1));

        assertThat(breaker.refusal()).isEmpty();
    }
}
