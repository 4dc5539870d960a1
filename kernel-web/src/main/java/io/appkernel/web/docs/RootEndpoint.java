package io.appkernel.web.docs;

import io.appkernel.auth.Access;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** Every one of them; the metrics only when there are any. */
    static List<RootEndpoint> all(Access documents, Optional<Access> metrics) {
        Map<String, String> alive = Map.of("200", "Alive", "503", "Not alive: restart it");
        Map<String, String> ready = Map.of("200", "Ready", "503", "Not ready: send requests elsewhere");
        Stream<RootEndpoint> always = Stream.of(
                json("healthz", "Is the server alive?", new Access.Public(), health(), alive),
                json("readyz", "May the server be given requests?", new Access.Public(), health(), ready),
                json("openapi", "This document", documents, Schemas.object(), OK).and(MediaTypes.YAML),
                text("docs", "A page to read and try this document", documents, "text/html"));
        Stream<RootEndpoint> measured = metrics.stream().map(access -> text("metrics", "Metrics for Prometheus", access, "text/plain")
                .and("application/openmetrics-text"));
        return Stream.concat(always, measured).toList();
    }

    private static RootEndpoint json(
            String name, String summary, Access access, Schema<?> schema, Map<String, String> responses) {
        return new RootEndpoint(
                "/" + name, "server_" + name, summary, access, List.of(MediaTypes.JSON), schema, responses);
    }

    private static RootEndpoint text(String name, String summary, Access access, String mediaType) {
        return new RootEndpoint(
                "/" + name, "server_" + name, summary, access, List.of(mediaType), Schemas.text(), OK);
    }

    private RootEndpoint and(String mediaType) {
        List<String> both = Stream.concat(mediaTypes.stream(), Stream.of(mediaType)).toList();
        return new RootEndpoint(path, operationId, summary, access, both, schema, responses);
    }

    Operation operation() {
        ApiResponses all = new ApiResponses();
        responses.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> all.addApiResponse(
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
        health.addProperty("checks", new JsonSchema().types(Set.of("array")).items(check));
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
