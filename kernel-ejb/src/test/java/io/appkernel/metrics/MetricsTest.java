package io.appkernel.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appkernel.log.KernelLog;
import io.appkernel.log.LogStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final List<String> log = new ArrayList<>();
    private final LogStatus logStatus = new LogStatus() {
        @Override
        public long dropped() {
            return 7;
        }

        @Override
        public long waiting() {
            return 0;
        }
    };
    private final Registry registry = registry(new MetricsSettings(true, MetricsAccess.ADMIN, 20));
    private final Metrics metrics = new Metrics(registry.meters());

    private Registry registry(MetricsSettings settings) {
        return new Registry(settings, KernelLog.to(log::add), logStatus, new MockClock());
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private String page() {
        return page(registry, null);
    }

    private static String page(Registry registry, String accept) {
        Exposition exposition = new Exposition(registry.prometheus());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            exposition.write(out, exposition.contentType(accept));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyKindOfMeterIsOnThePage() {
        metrics.counter("orders_placed", "channel", "web").increment(2);
        metrics.timer("import_run").record(1500, TimeUnit.MILLISECONDS);
        metrics.summary("upload_size").record(10);
        metrics.gauge("pool_active", () -> 4, "pool", "main");
        metrics.counter("cache_hits", () -> 9L);

        assertThat(page().lines())
                .contains(
                        "orders_placed_total{channel=\"web\"} 2.0",
                        "import_run_seconds_count 1",
                        "import_run_seconds_sum 1.5",
                        "upload_size_sum 10.0",
                        "pool_active{pool=\"main\"} 4.0",
                        "cache_hits_total 9.0",
                        "kernel_log_dropped_total 7.0");
    }

    @Test
    void theSameNameAndTagsGiveTheSameMeter() {
        Counter first = metrics.counter("orders", "channel", "web");
        assertThat(metrics.counter("orders", "channel", "web")).isSameAs(first);
        assertThat(metrics.counter("orders", "channel", "app")).isNotSameAs(first);
    }

    @Test
    void theJvmAndTheProcessAreOnThePage() {
        assertThat(page())
                .contains(
                        "jvm_memory_used_bytes",
                        "jvm_threads_live_threads",
                        "jvm_gc_",
                        "jvm_classes_loaded_classes",
                        "process_uptime_seconds",
                        "process_cpu_usage",
                        "process_files_open_files");
    }

    @Test
    void whoAsksForOpenMetricsGetsIt() {
        assertThat(page(registry, "application/openmetrics-text;version=1.0.0,text/plain;q=0.5"))
                .endsWith("# EOF\n");
        assertThat(page(registry, "text/html")).doesNotContain("# EOF");
    }

    @Test
    void aGaugeLivesWithoutItsMaker() {
        metrics.gauge("alive", new AtomicInteger(5)::get);
        System.gc();
        assertThat(page()).contains("alive 5.0");
    }

    @Test
    void tooManyValuesOfALabelAreCountedTogetherAndSaidOnce() {
        for (int i = 0; i < 30; i++) {
            metrics.counter("logins", "user", "u" + i, "ok", "yes").increment();
        }
        metrics.counter("logins", "user", "u0", "ok", "yes").increment();

        assertThat(page().lines().filter(line -> line.startsWith("logins_total")))
                .hasSize(21)
                .contains(
                        "logins_total{ok=\"yes\",user=\"u0\"} 2.0",
                        "logins_total{ok=\"yes\",user=\"u19\"} 1.0",
                        "logins_total{ok=\"yes\",user=\"_other\"} 10.0");
        assertThat(page()).contains("kernel_metrics_label_overflow_total 10.0");
        assertThat(log).singleElement().asString().contains("metric=logins label=user");
    }

    @Test
    void theCapHoldsForMetersMadePastTheFacade() {
        for (int i = 0; i < 30; i++) {
            Timer.builder("raw").tag("id", "i" + i).register(metrics.registry());
        }
        assertThat(metrics.registry().find("raw").timers()).hasSize(21);
    }

    @Test
    void mistakesInNamesAndTagsAreExplained() {
        assertThatThrownBy(() -> metrics.counter(" ")).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> metrics.counter("orders", "channel")).hasMessageContaining("pairs");
        assertThatThrownBy(() -> new MetricsSettings(true, MetricsAccess.ADMIN, 0))
                .hasMessageStartingWith("max-label-values must");
    }

    @Test
    void whenOffMetersDoNothingAndThereIsNoPage() {
        Registry off = registry(new MetricsSettings(false, MetricsAccess.ADMIN, 20));
        new Metrics(off.meters()).counter("orders").increment();
        new HttpMeters(off.meters(), 3).record("GET", "/x", 200, 1);

        assertThat(new Exposition(off.prometheus()).isEnabled()).isFalse();
        assertThat(page(off, null)).isEmpty();
        off.close();
    }

    @Test
    void requestsAreTimedByMethodRouteAndStatus() {
        HttpMeters http = new HttpMeters(registry.meters(), 3);
        http.record("GET", "/w/{id}", 200, Duration.ofMillis(20).toNanos());
        http.record("GET", "/w/{id}", 200, Duration.ofMillis(30).toNanos());
        http.record("BREW", null, 9999, 1);

        assertThat(page().lines())
                .contains(
                        "http_server_requests_seconds_count{method=\"GET\",route=\"/w/{id}\",status=\"200\"} 2",
                        "http_server_requests_seconds_sum{method=\"GET\",route=\"/w/{id}\",status=\"200\"} 0.05",
                        "http_server_requests_seconds_bucket{method=\"GET\",route=\"/w/{id}\",status=\"200\",le=\"0.025\"} 1",
                        "http_server_requests_seconds_count{method=\"OTHER\",route=\"unmatched\",status=\"none\"} 1");
    }

    @Test
    void routesBeyondTheCapShareOneTimer() {
        HttpMeters http = new HttpMeters(registry.meters(), 20);
        for (int i = 0; i < 1_000; i++) {
            http.record("GET", "/r" + i, 200, 1);
        }
        assertThat(registry.meters().find("http_server_requests").timers()).hasSize(21);
        assertThat(page())
                .contains("http_server_requests_seconds_count{method=\"GET\",route=\"_other\",status=\"200\"} 980");
    }
}
