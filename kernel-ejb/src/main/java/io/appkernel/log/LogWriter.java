package io.appkernel.log;

import io.appkernel.log.LogQueue.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/** One thread between those who log and the sinks. */
final class LogWriter implements LogStatus {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(3);

    private final LogQueue queue;
    private final List<LogSink> sinks;
    private final long batchNanos;
    private final LongFunction<LogLine> loss;
    private final LongAdder failed = new LongAdder();
    private final Thread thread = new Thread(this::run, "kernel-log");
    private long reported;
    private boolean gaveUp;

    /** The first sink also takes lines that come after the stop. {@code loss} makes the line that tells of lost ones. */
    LogWriter(LogQueue queue, List<LogSink> sinks, Duration batch, LongFunction<LogLine> loss) {
        this.queue = queue;
        this.sinks = List.copyOf(sinks);
        this.batchNanos = batch.toNanos();
        this.loss = loss;
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    void write(LogLine line) {
        if (queue.offer(line) == Outcome.CLOSED) {
            writeLate(line);
        }
    }

    /** What is logged while the deployment goes down is written by whoever logs it, once the thread is gone. */
    private synchronized void writeLate(LogLine line) {
        if (!gaveUp) {
            awaitEnd(LONGEST_STOP);
            gaveUp = isRunning();
        }
        if (gaveUp) {
            failed.increment();
        } else {
            writeTo(sinks.get(0), List.of(line));
        }
    }

    @Override
    public long dropped() {
        return queue.refused() + failed.sum();
    }

    @Override
    public long waiting() {
        return queue.size();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** Writes what waits and ends the thread. */
    void stop() {
        queue.close();
        awaitEnd(LONGEST_STOP);
        if (isRunning()) {
            thread.interrupt();
        }
    }

    private void awaitEnd(Duration patience) {
        try {
            thread.join(patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            List<LogLine> batch = queue.take(batchNanos);
            while (!batch.isEmpty()) {
                writeToAll(withLoss(batch));
                batch = queue.take(batchNanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sinks.forEach(this::close);
        }
    }

    private List<LogLine> withLoss(List<LogLine> batch) {
        long dropped = dropped();
        if (dropped == reported) {
            return batch;
        }
        List<LogLine> all = new ArrayList<>(batch);
        all.add(loss.apply(dropped - reported));
        reported = dropped;
        return all;
    }

    private void writeToAll(List<LogLine> lines) {
        sinks.forEach(sink -> writeTo(sink, lines));
    }

    private void writeTo(LogSink sink, List<LogLine> lines) {
        try {
            sink.write(lines);
        } catch (IOException | RuntimeException e) {
            failed.add(lines.size());
        }
    }

    private void close(LogSink sink) {
        try {
            sink.close();
        } catch (IOException e) {
            failed.increment();
        }
    }
}
