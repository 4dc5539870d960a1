package io.appkernel.health;

import static io.appkernel.health.HealthKind.LIVENESS;
import static io.appkernel.health.HealthKind.READINESS;
import static io.appkernel.health.HealthKind.STARTUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.log.KernelLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HealthChecksTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final HealthThreads threads = new HealthThreads(Thread::new, KernelLog.to(line -> {}));
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void endEveryThread() {
        release.countDown();
        threads.close();
    }

    @Test
    void isUpWhenNothingIsToBeAsked() {
        assertThat(checks(LONG).liveness()).isEqualTo(new HealthReport(Status.UP, List.of()));
    }

    @Test
    void isDownWhenOneCheckIsDown() {
        HealthChecks checks = checks(LONG, probe("a", () -> response("a", Status.UP)), probe("b", this::down));

        HealthReport report = checks.readiness();

        assertThat(report.status()).isEqualTo(Status.DOWN);
        assertThat(report.checks()).extracting(CheckReport::status).containsExactly(Status.UP, Status.DOWN);
    }

    @Test
    void asksOnlyTheChecksOfTheKind() {
        HealthChecks checks = checks(
                LONG,
                probe("live", Set.of(LIVENESS), () -> response("live", Status.UP)),
                probe("ready", Set.of(READINESS), () -> response("ready", Status.UP)),
                probe("both", Set.of(LIVENESS, READINESS), () -> response("both", Status.UP)));

        assertThat(names(checks.liveness())).containsExactly("live", "both");
        assertThat(names(checks.readiness())).containsExactly("ready", "both");
    }

    @Test
    void runsTheChecksAtTheSameTime() {
        CyclicBarrier both = new CyclicBarrier(2);

        HealthReport report = checks(LONG, probe("a", () -> meet(both)), probe("b", () -> meet(both)))
                .readiness();

        assertThat(report.status()).isEqualTo(Status.UP);
    }

    @Test
    void aHungCheckIsDownWithAReasonAndLeavesTheOthersAlone() {
        HealthReport report = checks(SHORT, probe("hung", this::hang), probe("fine", this::up))
                .readiness();

        assertThat(report.checks()).extracting(CheckReport::status).containsExactly(Status.DOWN, Status.UP);
        assertThat(report.checks().get(0).data())
                .isEqualTo(Map.of("reason", "no answer within 0.02 s; it is not asked again while it runs"));
    }

    @Test
    void aHungCheckIsNotStartedAgainUntilItsRunEnds() {
        HealthChecks checks = checks(SHORT, probe("hung", this::hang));
        checks.readiness();
        nanos.addAndGet(LONG.toNanos());
        checks.readiness();
        checks.forget();
        assertThat(checks.readiness().status()).isEqualTo(Status.DOWN);
        assertThat(calls).hasValue(1);

        release.countDown();
        nanos.addAndGet(LONG.toNanos());

        await(() -> {
            nanos.addAndGet(LONG.toNanos());
            return checks.readiness().status() == Status.UP;
        });
        assertThat(calls).hasValueGreaterThan(1);
    }

    @Test
    void anAnswerThatCameAfterTheTimeoutDoesNotCount() {
        HealthProbe probe = probe("slow", () -> {
            nanos.addAndGet(Duration.ofSeconds(6).toNanos());
            return response("slow", Status.UP);
        });
        HealthSettings settings = settings(Duration.ofSeconds(5));
        HealthChecks checks = new HealthChecks(List.of(probe), settings, false, Runnable::run, nanos::get);

        CheckReport slow = checks.readiness().checks().get(0);

        assertThat(slow.status()).isEqualTo(Status.DOWN);
        assertThat(slow.data()).containsEntry("reason", "it answered after more than 5.0 s");
        assertThat(slow.duration()).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void aFailureIsDownAndTellsNothingOfTheInside() {
        CheckReport failed = failing(new IllegalStateException("select secret from vault"), false);

        assertThat(failed.status()).isEqualTo(Status.DOWN);
        assertThat(failed.data()).isEqualTo(Map.of("reason", "it failed; the server's log says how"));
    }

    @Test
    void aFailureIsShownInDebugMode() {
        CheckReport failed = failing(new IllegalStateException("no route to host"), true);

        assertThat(failed.data()).isEqualTo(Map.of("reason", "java.lang.IllegalStateException: no route to host"));
    }

    @Test
    void aFailureOfTheKernelSaysItsMessageWhichIsMadeToBeShown() {
        CheckReport failed = failing(new KernelException(ErrorCode.UNAVAILABLE, "The queue is full."), false);

        assertThat(failed.data()).isEqualTo(Map.of("reason", "The queue is full."));
    }

    @Test
    void anErrorIsAFailureToo() {
        assertThat(failing(new NoClassDefFoundError("com/acme/Driver"), false).status())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void nullIsDown() {
        CheckReport report =
                checks(LONG, probe("a", () -> null)).readiness().checks().get(0);

        assertThat(report.status()).isEqualTo(Status.DOWN);
        assertThat(report.data()).containsEntry("reason", "it returned null; it must return a HealthCheckResponse");
    }

    @Test
    void aResponseWithoutStatusIsDownAndOneWithoutNameHasTheBeansName() {
        HealthChecks checks =
                checks(LONG, probe("a", () -> response("named", null)), probe("b", () -> response(null, Status.UP)));

        assertThat(checks.readiness().checks())
                .extracting(CheckReport::name, CheckReport::status)
                .containsExactly(tuple("named", Status.DOWN), tuple("b", Status.UP));
    }

    @Test
    void checksOfOneNameAreBothReported() {
        HealthChecks checks = checks(
                LONG,
                probe("a", () -> response("queue", Status.UP)),
                probe("b", () -> response("queue", Status.UP)),
                probe("c", () -> response("queue-2", Status.UP)));

        assertThat(names(checks.readiness())).containsExactly("queue", "queue-2", "queue-2-2");
    }

    @Test
    void anAnswerIsReusedUntilTheIntervalIsOver() {
        HealthChecks checks = checks(LONG, probe("a", this::up));
        checks.readiness();
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        checks.readiness();
        assertThat(calls).hasValue(1);

        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        checks.readiness();

        assertThat(calls).hasValue(2);
    }

    @Test
    void anAnswerIsNotReusedOnceItIsForgotten() {
        HealthChecks checks = checks(LONG, probe("a", this::up));
        checks.readiness();

        checks.forget();
        checks.readiness();

        assertThat(calls).hasValue(2);
    }

    @Test
    void callersWhoComeWhileACheckRunsShareItsAnswer() {
        HealthChecks checks = checks(LONG, probe("a", this::hang));
        List<CompletableFuture<HealthReport>> callers = List.of(
                CompletableFuture.supplyAsync(checks::readiness, threads),
                CompletableFuture.supplyAsync(checks::readiness, threads));
        await(() -> calls.get() > 0);
        release.countDown();

        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.join().status()).isEqualTo(Status.UP));
        assertThat(calls).hasValue(1);
    }

    @Test
    void aStartupCheckCountsAsReadinessUntilItPassedOnce() {
        HealthChecks checks = checks(LONG, probe("warm", Set.of(STARTUP), () -> {
            Status status = calls.incrementAndGet() == 2 ? Status.UP : Status.DOWN;
            return response("warm", status);
        }));
        assertThat(checks.readiness().status()).isEqualTo(Status.DOWN);

        for (int i = 0; i < 3; i++) {
            nanos.addAndGet(LONG.toNanos());
            checks.forget();
            assertThat(checks.readiness().status()).isEqualTo(Status.UP);
        }

        assertThat(calls).hasValue(2);
    }

    @Test
    void onlyNewsIsLogged() {
        AtomicReference<RuntimeException> failure = new AtomicReference<>(new IllegalStateException("first"));
        HealthChecks checks = checks(LONG, probe("a", () -> {
            if (failure.get() != null) {
                throw failure.get();
            }
            return response("a", Status.UP);
        }));
        for (int i = 0; i < 3; i++) {
            ask(checks);
        }
        failure.set(new IllegalArgumentException("second"));
        ask(checks);
        failure.set(null);
        ask(checks);
        ask(checks);

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).contains("a health check is DOWN", "check=a", "first");
        assertThat(lines.get(1)).contains("a health check is DOWN", "second");
        assertThat(lines.get(2)).contains("a health check is UP again");
    }

    private static void ask(HealthChecks checks) {
        checks.forget();
        checks.readiness();
    }

    @Test
    void aCheckThatGetsNoThreadIsDown() {
        Executor none = task -> {
            throw new RejectedExecutionException();
        };
        HealthChecks checks = new HealthChecks(List.of(probe("a", this::up)), settings(LONG), false, none, nanos::get);

        assertThat(checks.readiness().checks().get(0).data())
                .containsEntry("reason", "no thread could be started for it");
    }

    @Test
    void anInterruptedCallerGetsAnAnswerAndStaysInterrupted() {
        HealthChecks checks = checks(LONG, probe("a", this::hang));
        Thread.currentThread().interrupt();

        HealthReport report = checks.readiness();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.status()).isEqualTo(Status.DOWN);
    }

    private CheckReport failing(Throwable failure, boolean debug) {
        HealthProbe probe = probe("a", () -> {
            throw HealthChecksTest.<RuntimeException>unchecked(failure);
        });
        HealthChecks checks = new HealthChecks(List.of(probe), settings(LONG), debug, threads, nanos::get);
        return checks.readiness().checks().get(0);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    private HealthChecks checks(Duration timeout, HealthProbe... probes) {
        return new HealthChecks(Arrays.asList(probes), settings(timeout), false, threads, nanos::get);
    }

    private static HealthSettings settings(Duration timeout) {
        return new HealthSettings("/healthz", "/readyz", timeout, Duration.ofSeconds(1), 0);
    }

    private HealthProbe probe(String name, HealthCheck check) {
        return probe(name, Set.of(READINESS), check);
    }

    private HealthProbe probe(String name, Set<HealthKind> kinds, HealthCheck check) {
        return new HealthProbe(name, kinds, check, KernelLog.to(lines::add));
    }

    private HealthCheckResponse up() {
        calls.incrementAndGet();
        return response("up", Status.UP);
    }

    private HealthCheckResponse down() {
        return response("down", Status.DOWN);
    }

    private HealthCheckResponse hang() {
        calls.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return response("hung", Status.UP);
    }

    private static HealthCheckResponse meet(CyclicBarrier barrier) {
        try {
            barrier.await();
            return response("met", Status.UP);
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HealthCheckResponse response(String name, Status status) {
        return new HealthCheckResponse(name, status, Optional.empty());
    }

    private static List<String> names(HealthReport report) {
        return report.checks().stream().map(CheckReport::name).toList();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
