package io.appkernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LogWriterTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final List<LogWriter> started = new ArrayList<>();
    private final BlockingQueue<String> written = new LinkedBlockingQueue<>();

    private LogWriter writer(long limit, Duration batch, LogSink sink) {
        LogWriter writer = new LogWriter(
                new LogQueue(limit, 0), List.of(sink), batch, lost -> new LogLine(LogLevel.WARN, "lost " + lost));
        started.add(writer);
        return writer;
    }

    private void collect(List<LogLine> lines) {
        lines.forEach(line -> written.add(line.text()));
    }

    private static LogLine line(String text) {
        return new LogLine(LogLevel.INFO, text);
    }

    @AfterEach
    void stop() {
        started.forEach(LogWriter::stop);
    }

    @Test
    void stoppingWritesWhatWaitsAndEndsTheThread() {
        LogWriter writer = writer(1000, NEVER, this::collect);
        writer.start();
        writer.write(line("a"));
        writer.write(line("b"));
        writer.stop();

        assertThat(written).containsExactly("a", "b");
        assertThat(writer.isRunning()).isFalse();
        assertThat(writer.dropped()).isZero();
    }

    @Test
    void aLineAfterTheStopIsStillWritten() {
        LogWriter writer = writer(1000, NEVER, this::collect);
        writer.start();
        writer.stop();
        writer.write(line("late"));

        assertThat(written).containsExactly("late");
    }

    @Test
    void aLineThatComesWhileTheThreadEndsIsWrittenAfterTheOthers() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LogWriter writer = writer(1000, Duration.ZERO, lines -> {
            stuck.countDown();
            await(release);
            collect(lines);
        });
        writer.start();
        writer.write(line("first"));
        stuck.await();
        Thread stopping = new Thread(writer::stop);
        stopping.start();
        awaitWaiting(stopping);
        Thread late = new Thread(() -> writer.write(line("late")));
        late.start();
        awaitWaiting(late);
        release.countDown();
        late.join();

        assertThat(written).containsExactly("first", "late");
    }

    @Test
    void anErrorIsWrittenAtOnceWithWhatCameBefore() throws InterruptedException {
        LogWriter writer = writer(1000, NEVER, this::collect);
        writer.start();
        writer.write(line("a"));
        writer.write(new LogLine(LogLevel.ERROR, "bad"));

        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("bad");
    }

    @Test
    void aHalfFullQueueIsWrittenAtOnce() throws InterruptedException {
        LogWriter writer = writer(10, NEVER, this::collect);
        writer.start();
        writer.write(line("12"));
        writer.write(line("345"));

        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("12");
        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("345");
    }

    @Test
    void aQuietLineIsWrittenAfterTheBatchTime() throws InterruptedException {
        LogWriter writer = writer(1000, Duration.ofMillis(5), this::collect);
        writer.start();
        writer.write(line("quiet"));

        assertThat(written.poll(10, TimeUnit.SECONDS)).isEqualTo("quiet");
    }

    @Test
    void aFullQueueDropsCountsAndReports() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        LogWriter writer = writer(10, Duration.ZERO, lines -> {
            stuck.countDown();
            await(release);
            collect(lines);
        });
        writer.start();
        writer.write(line("first"));
        stuck.await();
        writer.write(line("12345"));
        writer.write(line("67890"));
        writer.write(line("x"));
        writer.write(line("y"));

        assertThat(writer.dropped()).isEqualTo(2);
        assertThat(writer.waiting()).isEqualTo(10);
        release.countDown();
        writer.stop();
        assertThat(written).containsExactly("first", "12345", "67890", "lost 2");
    }

    @Test
    void aFullQueueWaitsForRoomFirst() throws Exception {
        LogQueue queue = new LogQueue(4, TimeUnit.MINUTES.toNanos(1));
        queue.offer(line("1234"));
        Thread waiting = new Thread(() -> queue.offer(line("5678")));
        waiting.start();
        awaitWaiting(waiting);

        assertThat(queue.take(0)).extracting(LogLine::text).containsExactly("1234");
        waiting.join();
        assertThat(queue.take(0)).extracting(LogLine::text).containsExactly("5678");
        assertThat(queue.refused()).isZero();
    }

    @Test
    void aFailingOutputLosesItsBatchAndNothingElse() throws InterruptedException {
        CountDownLatch failed = new CountDownLatch(1);
        LogWriter writer = writer(1000, Duration.ZERO, lines -> {
            if (failed.getCount() > 0) {
                failed.countDown();
                throw new IOException("pipe closed");
            }
            collect(lines);
        });
        writer.start();
        writer.write(line("gone"));
        failed.await();
        writer.write(line("kept"));
        writer.stop();

        assertThat(writer.dropped()).isEqualTo(1);
        assertThat(written).containsExactly("kept", "lost 1");
    }

    @Test
    void everyLineOfManyThreadsIsWrittenWholeOrCounted() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogWriter writer = writer(5_000, Duration.ofMillis(1), new StreamSink(out));
        writer.start();
        List<Thread> threads = Collections.nCopies(4, 0).stream()
                .map(i -> new Thread(() -> {
                    for (int n = 0; n < 5_000; n++) {
                        writer.write(line("<" + "é".repeat(n % 50) + ">"));
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        writer.stop();

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).allMatch(text -> text.matches("<é*>|lost \\d+"));
        assertThat(lines.stream().filter(text -> text.startsWith("<")).count() + writer.dropped())
                .isEqualTo(20_000);
    }

    @Test
    void aLineLargerThanTheBufferIsWrittenWhole() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String large = "x".repeat(100_000);
        new StreamSink(out).write(List.of(line("a"), line(large), line("b")));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\n" + large + "\nb\n");
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
