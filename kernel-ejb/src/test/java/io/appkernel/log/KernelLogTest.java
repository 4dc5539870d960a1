package io.appkernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KernelLogTest {
    private final List<LogLine> lines = new ArrayList<>();
    private final Calls calls = new Calls();
    private final KernelLog log = log(LogLevel.INFO, new JsonLines(100));

    private KernelLog log(LogLevel threshold, LineFormat format) {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T14:30:00.007Z"), ZoneOffset.UTC);
        return new KernelLog(new Journal(threshold, format, new LogContext(calls), clock, lines::add), "shop.Orders");
    }

    private JsonNode line() {
        assertThat(lines).hasSize(1);
        return json(lines.get(0).text());
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(text);
        } catch (Exception e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    @Test
    void aLineSaysWhenWhatAndWhere() {
        log.info("order placed", "order_id", "o-1", "total", 12.5, "items", 3, "paid", true, "coupon", null);

        assertThat(lines.get(0).text())
                .startsWith("{\"time\":\"2026-02-10T14:30:00.007Z\",\"level\":\"INFO\",\"logger\":\"shop.Orders\","
                        + "\"message\":\"order placed\",\"thread\":")
                .endsWith(",\"order_id\":\"o-1\",\"total\":12.5,\"items\":3,\"paid\":true,\"coupon\":null}");
        assertThat(line().has("request_id")).isFalse();
    }

    @Test
    void aLineOfACallNamesRequestUserAndWorkspace() {
        Call call = new Call("r-1");
        call.by("u-1", "w-1");
        try (Calls.Scope open = calls.open(call)) {
            log.info("hello");
        }

        assertThat(line().get("request_id").asText()).isEqualTo("r-1");
        assertThat(line().get("user").asText()).isEqualTo("u-1");
        assertThat(line().get("workspace").asText()).isEqualTo("w-1");
    }

    @Test
    void linesBelowTheLevelAreNotMade() {
        log.debug("no", "field", new Object() {
            @Override
            public String toString() {
                throw new AssertionError("asked for the text of a line that is not written");
            }
        });
        log.trace("no");

        assertThat(lines).isEmpty();
        assertThat(log.isEnabled(LogLevel.DEBUG)).isFalse();
        assertThat(log.isEnabled(LogLevel.WARN)).isTrue();
    }

    @Test
    void offWritesNothing() {
        KernelLog off = log(LogLevel.OFF, new JsonLines(100));
        off.error("no");
        off.log(LogLevel.OFF, "no", null);

        assertThat(lines).isEmpty();
    }

    @Test
    void noTextCanEndTheLineOrAddAField() {
        String evil = "a\"}\n{\"level\":\"ERROR\r\u0000\u001b[31m\u0085\u009b\u2028\u202e\\";
        log.info(evil, evil, evil);

        String text = lines.get(0).text();
        assertThat(text.chars().filter(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e))
                .isEmpty();
        assertThat(line().get("message").asText()).isEqualTo(evil);
        assertThat(line().get(evil).asText()).isEqualTo(evil);
        assertThat(line().get("level").asText()).isEqualTo("INFO");
    }

    @Test
    void secretsAreMaskedByName() {
        log.info(
                "signed in",
                "password",
                "hunter2",
                "X-Api-Key",
                "hunter2",
                "accessToken",
                "hunter2",
                "Authorization",
                "Bearer hunter2",
                "body",
                Map.of("client_secret", "hunter2", "list", List.of(Map.of("refresh_token", "hunter2"))),
                "tokens",
                1200,
                "has_password",
                true);

        assertThat(lines.get(0).text()).doesNotContain("hunter2");
        assertThat(line().get("password").asText()).isEqualTo("***");
        assertThat(line().get("body").get("client_secret").asText()).isEqualTo("***");
        assertThat(line().get("tokens").asInt()).isEqualTo(1200);
        assertThat(line().get("has_password").asBoolean()).isTrue();
    }

    @Test
    void longValuesAreCutAndSaySo() {
        log.info("m".repeat(150), "field", "f".repeat(99) + "\ud83d\ude00" + "f".repeat(10));

        assertThat(line().get("message").asText()).isEqualTo("m".repeat(100) + "...(50 more)");
        assertThat(line().get("field").asText()).isEqualTo("f".repeat(99) + "...(12 more)");
    }

    @Test
    void mapsAndCollectionsKeepTheirShapeUpToADepth() {
        List<Object> loop = new ArrayList<>();
        loop.add(loop);
        log.info("x", "tags", List.of("a", 1), "array", new String[] {"b"}, "maybe", Optional.of(7), "loop", loop);

        assertThat(line().get("tags").toString()).isEqualTo("[\"a\",1]");
        assertThat(line().get("array").toString()).isEqualTo("[\"b\"]");
        assertThat(line().get("maybe").asInt()).isEqualTo(7);
        assertThat(line().get("loop").toString()).isEqualTo("[[[[\"...\"]]]]");
    }

    @Test
    void contextsNestAndEndWithTheirScope() {
        try (Calls.Scope call = calls.open(new Call("r-1"));
                Calls.Scope outer = log.context("step", "outer")) {
            try (Calls.Scope inner = log.context("step", "inner");
                    Calls.Scope other = log.context("batch", 7)) {
                log.info("in");
            }
            log.info("between");
        }
        log.info("after");

        assertThat(json(lines.get(0).text()).get("step").asText()).isEqualTo("inner");
        assertThat(json(lines.get(0).text()).get("batch").asInt()).isEqualTo(7);
        assertThat(json(lines.get(1).text()).get("step").asText()).isEqualTo("outer");
        assertThat(json(lines.get(1).text()).has("batch")).isFalse();
        assertThat(json(lines.get(2).text()).has("step")).isFalse();
    }

    @Test
    void contextsWorkWithoutACallAndReachIntoACallOpenedWithin() {
        try (Calls.Scope scope = log.context("job", "nightly")) {
            log.info("without");
            try (Calls.Scope call = calls.open(new Call("r-1"))) {
                log.info("within");
            }
        }
        log.info("after");

        assertThat(json(lines.get(0).text()).get("job").asText()).isEqualTo("nightly");
        assertThat(json(lines.get(1).text()).get("job").asText()).isEqualTo("nightly");
        assertThat(json(lines.get(2).text()).has("job")).isFalse();
    }

    @Test
    void eachNameStandsOnceAndTheNearestValueWins() {
        try (Calls.Scope loose = log.context("a", 1);
                Calls.Scope call = calls.open(new Call("r-1"));
                Calls.Scope scope = log.context("a", 2)) {
            log.info("context", "b", 1, "b", 2);
            log.info("line", "a", 3);
        }

        assertThat(json(lines.get(0).text()).get("a").asInt()).isEqualTo(2);
        assertThat(json(lines.get(0).text()).get("b").asInt()).isEqualTo(2);
        assertThat(json(lines.get(1).text()).get("a").asInt()).isEqualTo(3);
    }

    @Test
    void aFieldCannotPoseAsOneOfTheKernels() {
        log.info("x", "user", "root", "level", "ERROR", "details", Map.of("user", "nested"));

        assertThat(line().has("user")).isFalse();
        assertThat(line().get("field_user").asText()).isEqualTo("root");
        assertThat(line().get("level").asText()).isEqualTo("INFO");
        assertThat(line().get("details").get("user").asText()).isEqualTo("nested");
    }

    @Test
    void anErrorBringsTypeMessageAndBoundedStack() {
        log.error("failed", new IllegalStateException("a\nb", new RuntimeException("cause")), "order_id", 1);

        JsonNode error = line().get("error");
        assertThat(error.get("type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(error.get("message").asText()).isEqualTo("a\nb");
        assertThat(error.get("stack").asText())
                .startsWith("java.lang.IllegalStateException: a\nb")
                .hasSize(400);
        assertThat(line().get("order_id").asInt()).isEqualTo(1);
    }

    @Test
    void aThrowableLeftOverAfterThePairsIsTheError() {
        log.warn("failed", "order_id", 1, new IllegalStateException("why"));
        assertThat(line().get("error").get("message").asText()).isEqualTo("why");
    }

    @Test
    void aNameWithoutAValueIsWrittenAsNull() {
        log.info("x", "order_id");
        assertThat(line().get("order_id").isNull()).isTrue();
    }

    @Test
    void aValueThatCannotBeReadDoesNotFailTheCaller() {
        log.info("x", "bad", new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        });
        assertThat(line().get("message").asText()).isEqualTo("x");
        assertThat(line().get("log_error").asText()).contains("IllegalStateException");
    }

    @Test
    void numbersThatJsonDoesNotKnowAreText() {
        log.info("x", "ratio", Double.NaN, "big", new BigDecimal("1E+400"));
        assertThat(line().get("ratio").asText()).isEqualTo("NaN");
        assertThat(line().get("big").asText()).isEqualTo("1E+400");
    }

    @Test
    void textIsOneReadableLineWithAnIndentedStack() {
        KernelLog text = log(LogLevel.INFO, new TextLines(8192));
        Call call = new Call("r-1");
        call.by("u-1", null);
        try (Calls.Scope open = calls.open(call)) {
            text.warn("odd\nthing", "name", "two words", "api_key", "k", "map", Map.of("token", "k"), "n", 1);
            text.error("bad", new IllegalStateException("x\n2026-02-10T14:30:00.007Z INFO forged"));
        }

        assertThat(lines.get(0).text())
                .isEqualTo("2026-02-10T14:30:00.007Z WARN  shop.Orders - odd\\nthing request_id=r-1 user=u-1"
                        + " name=\"two words\" api_key=*** map={\"token\":\"***\"} n=1");
        assertThat(lines.get(1).text().lines().skip(1)).isNotEmpty().allMatch(line -> line.startsWith("    "));
    }

    @Test
    void aTestCanListen() {
        List<String> heard = new ArrayList<>();
        KernelLog.to(heard::add).named("x").debug("hello", "n", 1);
        assertThat(heard).singleElement().asString().endsWith("DEBUG x - hello n=1");
    }

    @Test
    void theAccessLineHasItsFields() {
        new AccessLog(log).write(new AccessLine("GET", "/w/1", "/w/{id}", 200, 12_345_678L, 42, "::1", "curl"));
        new AccessLog(log).write(new AccessLine("GET", "/x", null, 503, 1, -1, "::1", null));

        JsonNode first = json(lines.get(0).text());
        assertThat(first.get("ms").asDouble()).isEqualTo(12.34);
        assertThat(first.get("route").asText()).isEqualTo("/w/{id}");
        assertThat(first.get("status").asInt()).isEqualTo(200);
        assertThat(first.get("bytes").asInt()).isEqualTo(42);
        assertThat(lines.get(1).level()).isEqualTo(LogLevel.WARN);
        assertThat(json(lines.get(1).text()).get("bytes").isNull()).isTrue();
    }

    @Test
    void theTimeIsRightOnBothSidesOfASecond() {
        Timestamps timestamps = new Timestamps();
        StringBuilder out = new StringBuilder();
        for (String instant : List.of(
                "2026-02-10T14:30:00.999Z",
                "2026-02-10T14:30:01.010Z",
                "2026-02-10T14:30:01.100Z",
                "1969-12-31T23:59:59.001Z")) {
            out.setLength(0);
            timestamps.append(out, Instant.parse(instant).toEpochMilli());
            assertThat(out).hasToString(instant);
        }
    }
}
