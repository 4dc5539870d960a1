package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.auth.Access;
import io.appkernel.edge.Route;
import io.appkernel.json.Json;
import io.swagger.v3.oas.models.OpenAPI;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Routes by reflection, as the edge would report them, and the document of them. */
final class Samples {
    private Samples() {}

    static JsonNode document(List<Route> routes) {
        ObjectMapper wire = new Json().mapper();
        OpenAPI document = new OpenApiGenerator(wire, "Widgets", "1.2.3", "Sells widgets.").generate(routes, roots());
        try {
            return wire.readTree(DocumentFormat.JSON.bytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RootEndpoint> roots() {
        Access admin = new Access.AnyRole(Set.of("admin"));
        return RootEndpoint.all(new Access.Public(), Optional.of(admin), "/healthz", "/readyz");
    }

    static List<Route> routes(Access access, Class<?>... resources) {
        return Arrays.stream(resources)
                .flatMap(resource -> Arrays.stream(resource.getMethods())
                        .sorted(Comparator.comparing(Method::getName))
                        .flatMap(method -> route(resource, method, access)))
                .toList();
    }

    private static Stream<Route> route(Class<?> resource, Method method, Access access) {
        Method declared = Declared.method(method, resource);
        return Arrays.stream(declared.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> new Route(
                        type.getAnnotation(HttpMethod.class).value(),
                        "/api/v1" + path(resource.getAnnotation(Path.class)) + path(declared.getAnnotation(Path.class)),
                        resource,
                        method,
                        access));
    }

    private static String path(Path path) {
        return path == null ? "" : "/" + path.value();
    }
}
