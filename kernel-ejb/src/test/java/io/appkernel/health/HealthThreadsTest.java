package io.appkernel.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.log.KernelLog;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HealthThreadsTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Thread> made = new CopyOnWriteArrayList<>();
    private final HealthThreads threads = new HealthThreads(
            task -> {
                Thread thread = new Thread(task);
                made.add(thread);
                return thread;
            },
            KernelLog.to(lines::add));

    @Test
    void threadsAreDaemonsThatSayWhatTheyAreFor() {
        CompletableFuture.runAsync(() -> {}, threads).join();

        assertThat(made).allSatisfy(thread -> {
            assertThat(thread.getName()).isEqualTo("kernel-health-1");
            assertThat(thread.isDaemon()).isTrue();
        });
        threads.close();
    }

    @Test
    void noThreadIsLeftAfterClosing() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            CompletableFuture.runAsync(() -> {}, threads).join();
        }
        threads.execute(() -> hang(never));

        threads.close();

        for (Thread thread : made) {
            thread.join();
        }
        assertThat(made).isNotEmpty().noneMatch(Thread::isAlive);
    }

    @Test
    void aCheckThatIgnoresTheInterruptIsReported() {
        CountDownLatch release = new CountDownLatch(1);
        threads.execute(() -> {
            while (release.getCount() > 0) {
                hang(release);
            }
        });

        threads.close();

        assertThat(lines).singleElement().asString().contains("keep their threads", "checks=1");
        release.countDown();
    }

    @Test
    void nothingRunsAfterClosing() {
        threads.close();

        assertThatThrownBy(() -> threads.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void hang(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            // The end of the wait is all that matters here.
        }
    }
}
