package io.appkernel.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.appkernel.auth.Access;
import io.appkernel.edge.Route;
import io.appkernel.edge.Routes;
import io.appkernel.health.HealthSettings;
import io.appkernel.json.Json;
import io.appkernel.metrics.MetricsAccess;
import io.appkernel.metrics.MetricsSettings;
import io.appkernel.settings.Environment;
import io.appkernel.settings.NodeRole;
import io.appkernel.settings.NodeSettings;
import io.appkernel.web.docs.CrudResource.OrdersResource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiDocumentTest {
    private final List<Route> routes = new ArrayList<>(Samples.routes(new Access.Public(), OrdersResource.class));

    private boolean measured = true;

    @Test
    void itIsWrittenOnceUntilARouteIsAdded() {
        ApiDocument document = document(Environment.DEV);
        ApiDocument.Text first = document.text(DocumentFormat.JSON);
        assertThat(document.text(DocumentFormat.JSON)).isSameAs(first);
        routes.addAll(Samples.routes(new Access.Public(), WidgetsResource.class));
        ApiDocument.Text second = document.text(DocumentFormat.JSON);
        assertThat(second.tag()).isNotEqualTo(first.tag());
        assertThat(text(second)).contains("/api/v1/widgets");
    }

    @Test
    void eachFormatHasItsOwnTag() {
        ApiDocument document = document(Environment.DEV);
        ApiDocument.Text yaml = document.text(DocumentFormat.YAML);
        assertThat(text(yaml)).startsWith("openapi: 3.1.0");
        assertThat(yaml.tag()).isNotEqualTo(document.text(DocumentFormat.JSON).tag());
    }

    @Test
    void aClientThatHasItIsRecognised() {
        ApiDocument.Text text = document(Environment.DEV).text(DocumentFormat.JSON);
        assertThat(text.isKnownTo(text.tag())).isTrue();
        assertThat(text.isKnownTo("\"other\", " + text.tag())).isTrue();
        assertThat(text.isKnownTo(text.tag().substring(2))).isTrue();
        assertThat(text.isKnownTo("*")).isTrue();
        assertThat(text.isKnownTo("\"other\"")).isFalse();
    }

    @Test
    void theDocumentsAreForAdminsInProdAndForAllElsewhere() {
        assertThat(text(document(Environment.PROD).text(DocumentFormat.JSON))).contains(lockOf("docs"));
        assertThat(text(document(Environment.DEV).text(DocumentFormat.JSON))).doesNotContain(lockOf("docs"));
    }

    @Test
    void thereIsNoPageOfMetricsWhenNothingIsMeasured() {
        assertThat(text(document(Environment.DEV).text(DocumentFormat.JSON))).contains("/metrics");
        measured = false;
        assertThat(text(document(Environment.DEV).text(DocumentFormat.JSON))).doesNotContain("/metrics");
    }

    @Test
    void theProbesStandWhereTheirSettingsSay() {
        assertThat(text(document(Environment.DEV).text(DocumentFormat.JSON)))
                .contains("\"/alive\"")
                .doesNotContain("healthz\":");
    }

    private static String lockOf(String name) {
        return "\"description\":\"Needs the role admin.\",\"operationId\":\"server_" + name + "\"";
    }

    private ApiDocument document(Environment environment) {
        ApiDocument document = new ApiDocument();
        document.json = new Json();
        document.node = new NodeSettings(
                "x", "1", "", environment, NodeRole.ALL, "/api/v1", false, Path.of(".data"), Optional.empty());
        document.health = new HealthSettings("/alive", "/readyz", Duration.ofSeconds(5), Duration.ofSeconds(1), 0);
        document.metrics = new MetricsSettings(measured, MetricsAccess.ADMIN, 500);
        document.routes = new Routes() {
            @Override
            public List<Route> all() {
                return List.copyOf(routes);
            }
        };
        return document;
    }

    private static String text(ApiDocument.Text text) {
        return new String(text.bytes(), StandardCharsets.UTF_8);
    }
}
