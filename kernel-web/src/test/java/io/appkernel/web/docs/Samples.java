package io.appkernel.web.docs;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.appkernel.auth.Access;
import io.appkernel.edge.Route;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Routes by reflection, as the edge would report them, and a mapper like the wire's. */
final class Samples {
    private Samples() {}

    static ObjectMapper wire() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .build();
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
