package io.appkernel.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
            assertThatCode(breaker::admit).doesNotThrowAnyException();
            breaker.failed();
        }
    }

    private void assertTurnsAway() {
        assertThatExceptionOfType(NoConnection.class)
                .isThrownBy(breaker::admit)
                .satisfies(away -> assertThat(away.again()).isFalse())
                .satisfies(away -> assertThat(away.retryAfter()).isPositive());
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

        assertThatExceptionOfType(NoConnection.class)
                .isThrownBy(breaker::admit)
                .extracting(NoConnection::retryAfter)
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void afterThePauseOneCallerMayTryAndTheOthersWait() {
        fail(5);
        pass(Breaker.PAUSE);

        assertThatCode(breaker::admit).doesNotThrowAnyException();
        assertTurnsAway();
    }

    @Test
    void aTrialThatSucceedsClosesIt() throws NoConnection {
        fail(5);
        pass(Breaker.PAUSE);
        breaker.admit();
        breaker.succeeded();

        assertThat(breaker.isOpen()).isFalse();
        fail(4);
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void aTrialThatFailsKeepsItOpenForAnotherPause() throws NoConnection {
        fail(5);
        pass(Breaker.PAUSE);
        breaker.admit();

        assertThat(breaker.failed()).isEqualTo(Breaker.Failure.FURTHER);

        assertTurnsAway();
        pass(Breaker.PAUSE);
        assertThatCode(breaker::admit).doesNotThrowAnyException();
    }

    @Test
    void aTrialThatFoundOutNothingLeavesTheNextOneToTry() throws NoConnection {
        fail(5);
        pass(Breaker.PAUSE);
        breaker.admit();
        breaker.undecided();

        assertThatCode(breaker::admit).doesNotThrowAnyException();
    }

    @Test
    void oneWhoWasOnTheWayWhenItOpenedDoesNotKeepItOpenLonger() {
        fail(5);
        pass(Duration.ofSeconds(4));
        breaker.failed();
        pass(Duration.ofSeconds(1));

        assertThatCode(breaker::admit).doesNotThrowAnyException();
    }
}
