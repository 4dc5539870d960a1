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
    /** Every one of them; the metrics only when there are any. */
    static List<RootEndpoint> all(Access documents, Optional<Access> metrics, String healthPath, String readyPath) {
        Stream<RootEndpoint> always = Stream.of(
                probe(healthPath, "healthz", "Is the server alive?", "Alive", "Not alive: restart it"),
                probe(readyPath, "readyz", "May it be given requests?", "Ready", "Not ready: send requests elsewhere"),
                page("openapi", "This document", documents, MediaTypes.JSON, Schemas.object())
                        .and(MediaTypes.YAML),
                page("docs", "A page to read and try this document", documents, "text/html", Schemas.text()),
                keys());
        Stream<RootEndpoint> measured = metrics.stream()
                .map(access -> page("metrics", "Metrics for Prometheus", access, "text/plain", Schemas.text())
                        .and("application/openmetrics-text"));
        return Stream.concat(always, measured).toList();
    }

    private static RootEndpoint probe(String path, String name, String summary, String up, String down) {
        Map<String, String> responses = Map.of("200", up, "503", down);
        List<String> json = List.of(MediaTypes.JSON);
        return new RootEndpoint(path, "server_" + name, summary, new Access.Public(), json, health(), responses);
    }

    private static RootEndpoint keys() {
        Schema<?> set = Schemas.object();
        set.addProperty("keys", Schemas.listOf(Schemas.object()));
        set.addRequiredItem("keys");
        return new RootEndpoint(
                "/.well-known/jwks.json",
                "server_keys",
                "The public keys of access tokens",
                new Access.Public(),
                List.of("application/jwk-set+json"),
                set,
                Map.of("200", "Success"));
    }

    private static RootEndpoint page(String name, String summary, Access access, String mediaType, Schema<?> schema) {
        Map<String, String> responses = Map.of("200", "Success");
        return new RootEndpoint("/" + name, "server_" + name, summary, access, List.of(mediaType), schema, responses);
    }

    private RootEndpoint and(String mediaType) {
        List<String> both =
                Stream.concat(mediaTypes.stream(), Stream.of(mediaType)).toList();
        return new RootEndpoint(path, operationId, summary, access, both, schema, responses);
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
