package io.appkernel.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.health.CheckReport;
import io.appkernel.health.HealthReport;
import io.appkernel.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class HealthBodyTest {
    private final Json json = new Json();

    @Test
    void everybodySeesWhichCheckIsDown() {
        HealthReport report = report(Map.of("reason", "no route to 10.0.0.3"));

        assertThat(text(HealthBody.from(report, false)))
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"queue\",\"status\":\"DOWN\"}]}");
    }

    @Test
    void adminsSeeWhy() {
        HealthReport report = report(Map.of("reason", "no route to 10.0.0.3"));

        assertThat(text(HealthBody.from(report, true)))
                .isEqualTo("{\"status\":\"DOWN\",\"checks\":[{\"name\":\"queue\",\"status\":\"DOWN\","
                        + "\"data\":{\"reason\":\"no route to 10.0.0.3\"},\"duration_ms\":12}]}");
    }

    @Test
    void whatACheckSaysKeepsItsTypeOnlyWhenJsonHasIt() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("number", 2L);
        data.put("truth", true);
        data.put("other", Optional.of("x"));
        data.put("none", null);

        assertThat(text(HealthBody.from(report(data), true)))
                .contains("\"data\":{\"number\":2,\"truth\":true,\"other\":\"Optional[x]\",\"none\":\"null\"}");
    }

    private static HealthReport report(Map<String, Object> data) {
        return new HealthReport(
                Status.DOWN, List.of(new CheckReport("queue", Status.DOWN, data, Duration.ofMillis(12))));
    }

    private String text(HealthBody body) {
        return new String(json.write(body), StandardCharsets.UTF_8);
    }
}
