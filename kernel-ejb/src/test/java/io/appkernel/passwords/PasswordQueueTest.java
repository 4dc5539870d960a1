package io.appkernel.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordQueueTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final PasswordQueue queue =
            new PasswordQueue(1, 2, Duration.ofMinutes(1), Executors.defaultThreadFactory());

    @AfterEach
    void close() {
        end.countDown();
        queue.close();
    }

    private boolean await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void whatFindsTheQueueFullIsAskedToComeBack() {
        queue.begin();
        CountDownLatch begun = new CountDownLatch(1);
        CompletionStage<Boolean> first = queue.add(() -> {
            begun.countDown();
            return await();
        });
        org.awaitility.Awaitility.await().until(() -> begun.getCount() == 0);
        CompletionStage<Boolean> second = queue.add(this::await);
        CompletionStage<Boolean> third = queue.add(this::await);

        assertThatThrownBy(() -> queue.add(this::await)).isInstanceOfSatisfying(KernelException.class, thrown -> {
            assertThat(thrown.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(thrown.retryAfter()).isPresent();
        });

        end.countDown();
        assertThat(first.toCompletableFuture().join()).isTrue();
        assertThat(second.toCompletableFuture().join()).isTrue();
        assertThat(third.toCompletableFuture().join()).isTrue();
    }

    @Test
    void whateverWorkThrowsAnswersItsRequestAndKeepsTheThread() {
        CompletionStage<Boolean> failed = queue.add(() -> {
            throw new StackOverflowError("deep");
        });

        assertThatThrownBy(() -> failed.toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(queue.add(() -> "well").toCompletableFuture().join()).isEqualTo("well");
    }

    @Test
    void whatHasWaitedTooLongIsNotDone() {
        try (PasswordQueue hasty = new PasswordQueue(1, 2, Duration.ZERO, Executors.defaultThreadFactory())) {
            CompletionStage<Boolean> late = hasty.add(() -> {
                throw new AssertionError("This was done too late");
            });

            assertThatThrownBy(() -> late.toCompletableFuture().join()).hasCauseInstanceOf(BusyException.class);
        }
    }
}
