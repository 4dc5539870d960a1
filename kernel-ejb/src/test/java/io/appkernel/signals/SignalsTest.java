package io.appkernel.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.databases.TestRedis;
import io.appkernel.log.KernelLog;
import io.appkernel.redis.Redis;
import io.appkernel.redis.RedisSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private TestRedis server;
    private Node here;
    private Node there;

    @BeforeEach
    void open() {
        server = TestRedis.own();
        here = new Node();
        there = new Node();
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        server.close();
    }

    /** One instance of an application. */
    private final class Node implements AutoCloseable {
        final AtomicLong ahead = new AtomicLong();
        final AtomicInteger gaps = new AtomicInteger();
        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Thread> threads = new CopyOnWriteArrayList<>();
        final Redis redis = Redis.of(RedisSettings.of(server.url()).withKeyPrefix("app:"));
        final Signals signals =
                new Signals(redis, this::thread, () -> System.nanoTime() + ahead.get(), KernelLog.to(line -> {}));

        Node() {
            signals.on("change", heard::add);
            signals.onGap(gaps::incrementAndGet);
        }

        private Thread thread(Runnable work) {
            Thread thread = new Thread(work);
            threads.add(thread);
            return thread;
        }

        Node hearing() {
            signals.open();
            Awaitility.await().until(signals::isHearing);
            return this;
        }

        @Override
        public void close() {
            signals.close();
            redis.close();
        }
    }

    @Test
    void everyNodeHearsWhatOneSends() {
        here.hearing();
        there.hearing();
        assertThat(here.signals.send("change", "a\nb")).isTrue();
        assertThat(here.heard).as("at once where it was sent").contains("a\nb");
        Awaitility.await().untilAsserted(() -> assertThat(there.heard).containsExactly("a\nb"));
        assertThat(there.gaps).hasValue(1);
    }

    @Test
    void whoHasNotOpenedHearsOnlyItself() {
        here.signals.send("change", "a");
        assertThat(here.heard).containsExactly("a");
        assertThat(here.signals.isHearing()).isFalse();
    }

    @Test
    void aNodeKnowsThatItMissesSomethingAndWhenThatIsOver() {
        here.hearing();
        server.stop();
        Awaitility.await().until(() -> !here.signals.isHearing());
        assertThat(here.signals.send("change", "a")).isFalse();
        assertThat(here.heard).containsExactly("a");

        server.start();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(here.signals::isHearing);
        assertThat(here.gaps).hasValue(2);
        Awaitility.await().until(() -> here.signals.send("change", "b"));
    }

    @Test
    void aConnectionThatOnlyLooksAliveIsNotTrusted() {
        here.hearing();
        server.pause();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !here.signals.isHearing());
        } finally {
            server.resume();
        }
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(here.signals::isHearing);
    }

    @Test
    void aListenerThatFailsDisturbsNoOther() {
        Node node = here;
        node.signals.on("broken", text -> {
            throw new IllegalStateException(text);
        });
        node.signals.on("broken", node.heard::add);
        assertThat(node.signals.send("broken", "x")).isTrue();
        assertThat(node.heard).containsExactly("x");
    }

    @Test
    void itsThreadsEndWithIt() {
        here.hearing();
        here.signals.close();
        assertThat(here.signals.isHearing()).isFalse();
        assertThat(here.threads).hasSize(2).noneMatch(Thread::isAlive);
    }
}
