package io.appkernel.web.docs;

import io.appkernel.auth.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A route at the server's root that a servlet serves, so that no JAX-RS annotation tells about it.
 *
 * @param responses what each status means
 */
record RootEndpoint(
        String path,
        String operationId,
        String summary,
        Access access,
        List<String> mediaTypes,
        Schema<?> schema,
        Map<String, String> responses) {
    private static final Map<String, String> OK = Map.of("200", "Success");

    /** Every one of them; the documents are open outside prod only, the metrics as their setting says. */
    static List<RootEndpoint> all(Access documents, Access metrics) {
        return List.of(
                new RootEndpoint(
                        "/healthz",
                        "server_healthz",
                        "Is the server alive?",
                        new Access.Public(),
                        List.of(MediaTypes.JSON),
                        health(),
                        Map.of("200", "Alive", "503", "Not alive: restart it")),
                new RootEndpoint(
                        "/readyz",
                        "server_readyz",
                        "May the server be given requests?",
                        new Access.Public(),
                        List.of(MediaTypes.JSON),
                        health(),
                        Map.of("200", "Ready", "503", "Not ready: send requests elsewhere")),
                new RootEndpoint(
                        "/metrics",
                        "server_metrics",
                        "Metrics for Prometheus",
                        metrics,
                        List.of("text/plain"),
                        Schemas.text(),
                        OK),
                new RootEndpoint(
                        "/openapi",
                        "server_openapi",
                        "This document",
                        documents,
                        List.of(MediaTypes.JSON, MediaTypes.YAML),
                        Schemas.object(),
                        OK),
                new RootEndpoint(
                        "/docs",
                        "server_docs",
                        "A page to read and try this document",
                        documents,
                        List.of("text/html"),
                        Schemas.text(),
                        OK));
    }

    Operation operation() {
        ApiResponses all = new ApiResponses();
        responses.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> all.addApiResponse(
                        entry.getKey(),
                        ResponseHeaders.addTo(new ApiResponse()
                                .description(entry.getValue())
                                .content(MediaTypes.content(schema, mediaTypes)))));
        if (Authorization.isProtected(access)) {
            all.addApiResponse("401", ProblemResponse.UNAUTHENTICATED.reference());
            all.addApiResponse("403", ProblemResponse.FORBIDDEN.reference());
        }
        all.addApiResponse("default", ProblemResponse.OTHER.reference());
        Operation operation = new Operation()
                .operationId(operationId)
                .summary(summary)
                .addTagsItem("Server")
                .responses(all);
        Authorization.write(access, operation);
        return operation;
    }

    private static Schema<?> health() {
        Schema<?> check = Schemas.object();
        check.addProperty("name", Schemas.text());
        check.addProperty("status", status());
        check.addProperty("data", Schemas.object());
        check.addProperty("duration_ms", new JsonSchema().types(Set.of("integer")));
        Schema<?> health = Schemas.object();
        health.addProperty("status", status());
        health.addProperty("checks", Schemas.listOf(check));
        health.addRequiredItem("status");
        return health;
    }

    private static Schema<?> status() {
        JsonSchema status = new JsonSchema();
        status.addType("string");
        status.setEnum(List.of("UP", "DOWN"));
        return status;
    }
}
