package io.appkernel.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.appkernel.breaker.Breaker;
import io.appkernel.databases.TestRedis;
import io.appkernel.errors.ErrorCode;
import io.appkernel.health.HealthResponses;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.settings.SecretText;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** Redis goes away under the application and comes back, and nobody restarts the application. */
class RedisOutageTest {
    private static final Duration TIMEOUT = Duration.ofMillis(300);
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final TestRedis server = TestRedis.own();
    private final AtomicLong nanos = new AtomicLong();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Redis redis = redis(10);

    private Redis redis(int connections) {
        RedisSettings settings = new RedisSettings(
                Optional.of(new SecretText(server.url())),
                "outage:",
                connections,
                TIMEOUT,
                TIMEOUT,
                TIMEOUT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                EmbeddedMode.NEVER);
        Clients clients = new Clients(RedisUrl.parse("url", settings.url().orElseThrow()), settings);
        return new Redis(clients, settings, new Breaker(nanos::get), KernelLog.to(lines::add));
    }

    @BeforeEach
    void answerHealthChecks() {
        HealthCheckResponse.setResponseProvider(new HealthResponses());
    }

    @AfterEach
    void close() {
        HealthCheckResponse.setResponseProvider(null);
        redis.close();
        server.close();
    }

    private RedisException refused() {
        long start = System.nanoTime();
        RedisException refused = catchThrowableOfType(RedisException.class, () -> redis.call(UnifiedJedis::ping));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
        return refused;
    }

    private void failUntilTurnedAway() {
        for (int i = 0; i < Breaker.FAILURES; i++) {
            RedisException away = refused();
            assertThat(away.reason()).isEqualTo(RedisException.Reason.AWAY);
            assertThat(away.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(away.retryAfter()).isPresent();
        }
        assertThat(refused().reason()).isEqualTo(RedisException.Reason.BREAKER);
    }

    private void recover() {
        nanos.addAndGet(Breaker.PAUSE.toNanos());
        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
        assertThat(redis.breaker().isOpen()).isFalse();
    }

    @Test
    void callsFailInBoundedTimeThenAtOnceAndRecoverByThemselves() {
        redis.call(UnifiedJedis::ping);
        server.stop();

        failUntilTurnedAway();
        server.start();

        recover();
        assertThat(lines).filteredOn(line -> line.contains("turned away")).hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("no answer from Redis"))
                .hasSize(1);
        assertThat(lines).noneMatch(line -> line.contains(server.url()));
    }

    @Test
    void aRedisThatFellSilentIsLikeOneThatIsGone() {
        redis.call(UnifiedJedis::ping);
        server.pause();
        try {
            failUntilTurnedAway();
        } finally {
            server.resume();
        }
        recover();
    }

    @Test
    void whatWasAcknowledgedOutlivesAKillAndScriptsWorkAgainAfterAnEmptyStart() {
        Script next = redis.script("next", "return redis.call('INCR', KEYS[1])");
        List<String> keys = List.of(redis.key("n"));
        next.call(keys, List.of());
        server.stop();
        server.start();
        refused();
        assertThat(next.call(keys, List.of())).isEqualTo(2L);

        server.stop();
        server.startEmpty();
        refused();
        assertThat(next.call(keys, List.of())).isEqualTo(1L);
    }

    @Test
    void oneDeadConnectionIsEnoughToForgetTheOthers() throws Exception {
        int callers = 5;
        CountDownLatch all = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<?>> open = Stream.generate(() -> threads.<Object>submit(() -> redis.call(client -> {
                    try (var pipeline = client.pipelined()) {
                        all.countDown();
                        all.await();
                        return pipeline;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })))
                .limit(callers)
                .<Future<?>>map(future -> future)
                .toList();
        for (Future<?> one : open) {
            one.get();
        }
        threads.shutdown();
        assertThat(new RedisView(redis).getIdle()).isEqualTo(callers);
        server.stop();
        server.start();

        assertThat(refused().reason()).isEqualTo(RedisException.Reason.AWAY);

        assertThat(redis.<String>call(UnifiedJedis::ping)).isEqualTo("PONG");
    }

    @Test
    void aFullRedisSaysSoEvenInsideAScriptAndIsNotTakenForDead() {
        server.configure("maxmemory", "1");
        RedisException plain =
                catchThrowableOfType(RedisException.class, () -> redis.call(client -> client.set(redis.key("a"), "b")));
        RedisException scripted = catchThrowableOfType(
                RedisException.class,
                () -> redis.script("set", "return redis.call('SET', KEYS[1], 'b')")
                        .call(List.of(redis.key("a")), List.of()));

        assertThat(plain.reason()).isEqualTo(RedisException.Reason.FULL);
        assertThat(plain).hasMessageContaining("maxmemory");
        assertThat(scripted.reason()).isEqualTo(RedisException.Reason.FULL);
        assertThat(scripted.code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(redis.breaker().isOpen()).isFalse();
    }

    @Test
    void whoFindsNoConnectionFreeIsToldSoInTime() throws InterruptedException {
        Redis narrow = redis(1);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread holder = new Thread(() -> narrow.call(client -> {
            try (var pipeline = client.pipelined()) {
                taken.countDown();
                done.await();
                return pipeline;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        holder.start();
        taken.await();

        RedisException full = catchThrowableOfType(RedisException.class, () -> narrow.call(UnifiedJedis::ping));

        done.countDown();
        holder.join();
        narrow.close();
        assertThat(full.reason()).isEqualTo(RedisException.Reason.POOL);
        assertThat(full.retryAfter()).isPresent();
        assertThat(narrow.breaker().isOpen()).isFalse();
    }

    @Test
    void readinessMetersAndConsoleTellOfIt() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        RedisView view = new RedisView(redis);
        view.measure(new Metrics(registry));
        RedisReadiness readiness = new RedisReadiness(redis);
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        assertThat(view.getIdle()).isEqualTo(1);
        assertThat(view.getOpened()).isEqualTo(1);
        server.stop();

        failUntilTurnedAway();

        HealthCheckResponse down = readiness.call();
        assertThat(down.getStatus()).isEqualTo(Status.DOWN);
        assertThat(down.getData().orElseThrow())
                .containsEntry("breaker", "open")
                .containsEntry("kind", "server");
        assertThat(view.isBreakerOpen()).isTrue();
        assertThat(view.getAnswered()).isEqualTo(1);
        assertThat(view.getUnavailable()).isEqualTo(Breaker.FAILURES + 2);
        assertThat(registry.get("redis_calls")
                        .tag("outcome", "ok")
                        .functionTimer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("redis_breaker_open").gauge().value()).isEqualTo(1);
    }
}
