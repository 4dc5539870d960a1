package io.appkernel.queue;

import io.appkernel.redis.Redis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A worker node in a JVM of its own, to be killed. */
final class WorkingProcess {
    private WorkingProcess() {}

    /** Works until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        Redis redis = TestQueues.redis(arguments[0], arguments[1]);
        JobQueue queue = TestQueues.queue(redis);
        TestQueues.worker(queue, redis, new CountingWork(redis, Duration.ofMillis(Long.parseLong(arguments[2]))));
        new CountDownLatch(1).await();
    }

    static Process start(String url, String prefix, Duration longest) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            WorkingProcess.class.getName(),
                            url,
                            prefix,
                            Long.toString(longest.toMillis()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
