package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.edge.Problem;
import io.appkernel.edge.Route;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns routes into an OpenAPI 3.1 document. The same routes give the same document, whatever their order. Knows no
 * container; one use each.
 */
final class OpenApiGenerator {
    private static final List<String> VERBS =
            Arrays.stream(PathItem.HttpMethod.values()).map(Enum::name).toList();

    private final ObjectMapper wire;
    private final Info info;
    private final Map<String, PathItem> paths = new TreeMap<>();
    private final Map<String, Tag> tags = new TreeMap<>();
    private final Set<String> operationIds = new HashSet<>();

    OpenApiGenerator(ObjectMapper wire, String name, String version, String description) {
        this.wire = wire;
        this.info = new Info().title(name).version(version).description(description.isBlank() ? null : description);
    }

    OpenAPI generate(List<Route> routes, List<RootEndpoint> roots) {
        Schemas schemas = new Schemas(wire);
        OperationWriter writer = new OperationWriter(schemas, wire);
        roots.forEach(root -> add(root.path(), "GET", root.operation()));
        routes.stream()
                .filter(route -> VERBS.contains(route.verb()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::verb))
                .forEach(route -> add(route, writer));
        OpenAPI document = new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(info)
                .addServersItem(new Server().url("/"))
                .components(components(schemas));
        Paths all = new Paths();
        paths.forEach(all::addPathItem);
        tags.values().forEach(document::addTagsItem);
        return document.paths(all);
    }

    private void add(Route route, OperationWriter writer) {
        PathTemplate template = PathTemplate.of(route.path());
        writer.write(route, template).ifPresent(operation -> {
            add(template.path(), route.verb(), operation);
            describeTags(route.resource());
        });
    }

    private void add(String path, String verb, Operation operation) {
        operation.operationId(unique(operation.getOperationId()));
        operation.getTags().forEach(name -> tags.computeIfAbsent(name, free -> new Tag().name(free)));
        paths.computeIfAbsent(path, free -> new PathItem()).operation(PathItem.HttpMethod.valueOf(verb), operation);
    }

    /** Overloads share a name: the one whose path sorts first keeps it. */
    private String unique(String id) {
        String candidate = id;
        for (int n = 2; !operationIds.add(candidate); n++) {
            candidate = id + "_" + n;
        }
        return candidate;
    }

    private void describeTags(Class<?> resource) {
        for (io.swagger.v3.oas.annotations.tags.Tag written :
                resource.getAnnotationsByType(io.swagger.v3.oas.annotations.tags.Tag.class)) {
            Tag tag = tags.get(written.name());
            if (tag != null && !written.description().isEmpty()) {
                tag.description(written.description());
            }
        }
    }

    private static Components components(Schemas schemas) {
        var problem = schemas.body(schemas.type(Problem.class));
        Components components = new Components()
                .headers(ResponseHeaders.components())
                .addSecuritySchemes(Authorization.SCHEME, Authorization.scheme());
        Arrays.stream(ProblemResponse.values())
                .sorted(Comparator.comparing(ProblemResponse::component))
                .forEach(each -> components.addResponses(each.component(), each.response(problem)));
        schemas.named().forEach(components::addSchemas);
        return components;
    }
}
