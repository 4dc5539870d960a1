package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.JavaType;
import io.appkernel.edge.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Writes what a handler answers when all goes well: as its annotations say, or else as its return type does. */
final class ResponseWriter {
    private final Schemas schemas;

    ResponseWriter(Schemas schemas) {
        this.schemas = schemas;
    }

    ApiResponses write(Method method, Class<?> resource) {
        Map<String, ApiResponse> responses = new TreeMap<>();
        for (io.swagger.v3.oas.annotations.responses.ApiResponse written : written(method)) {
            responses.put(written.responseCode(), declared(written, method, resource));
        }
        if (responses.keySet().stream().noneMatch(ResponseWriter::isSuccess)) {
            responses.put(status(method, resource), inferred(method, resource));
        }
        ApiResponses all = new ApiResponses();
        responses.forEach(all::addApiResponse);
        return all;
    }

    private static Stream<io.swagger.v3.oas.annotations.responses.ApiResponse> annotated(Method method) {
        return Arrays.stream(method.getAnnotationsByType(io.swagger.v3.oas.annotations.responses.ApiResponse.class));
    }

    private static List<io.swagger.v3.oas.annotations.responses.ApiResponse> written(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return Stream.concat(
                        annotated(method), operation == null ? Stream.empty() : Arrays.stream(operation.responses()))
                .toList();
    }

    private ApiResponse declared(
            io.swagger.v3.oas.annotations.responses.ApiResponse written, Method method, Class<?> resource) {
        boolean success = isSuccess(written.responseCode());
        ApiResponse response = new ApiResponse().description(written.description());
        for (Content content : written.content()) {
            Optional<Schema<?>> schema = schema(content);
            String usual = success ? MediaTypes.JSON : Problem.MEDIA_TYPE;
            List<String> types =
                    content.mediaType().isEmpty() ? produced(method, resource, usual) : List.of(content.mediaType());
            response.content(MediaTypes.content(schema.orElseGet(JsonSchema::new), types));
        }
        if (success && written.content().length == 0) {
            addBody(response, method, resource);
        }
        return success ? ResponseHeaders.addTo(response) : response;
    }

    private Optional<Schema<?>> schema(Content content) {
        Class<?> items = content.array().schema().implementation();
        if (items != Void.class) {
            return Optional.of(Schemas.listOf(schemas.body(schemas.type(items))));
        }
        Class<?> type = content.schema().implementation();
        return type == Void.class ? Optional.empty() : Optional.of(schemas.body(schemas.type(type)));
    }

    private ApiResponse inferred(Method method, Class<?> resource) {
        ApiResponse response = new ApiResponse().description("Success");
        addBody(response, method, resource);
        return ResponseHeaders.addTo(response);
    }

    private void addBody(ApiResponse response, Method method, Class<?> resource) {
        JavaType type = answer(method, resource);
        if (isStream(method, resource)) {
            response.content(MediaTypes.content(Schemas.text(), List.of(MediaTypes.EVENTS)));
        } else if (isUnknown(method, type)) {
            Declared.on(method, resource, Produces.class)
                    .ifPresent(produces -> response.content(MediaTypes.content(
                            new JsonSchema(), MediaTypes.list(Optional.of(produces.value()), MediaTypes.JSON))));
        } else if (!isNothing(type)) {
            response.content(
                    MediaTypes.content(schemas.body(type), produced(method, resource, MediaTypes.usual(type))));
        }
    }

    /** A handler that builds its response itself may answer any success. */
    private String status(Method method, Class<?> resource) {
        JavaType type = answer(method, resource);
        if (isStream(method, resource)) {
            return "200";
        }
        return isUnknown(method, type) ? "2XX" : isNothing(type) ? "204" : "200";
    }

    private JavaType answer(Method method, Class<?> resource) {
        JavaType type = schemas.resolve(method.getGenericReturnType(), resource, method.getDeclaringClass());
        return type.isTypeOrSubTypeOf(CompletionStage.class) ? type.containedTypeOrUnknown(0) : type;
    }

    private static boolean isStream(Method method, Class<?> resource) {
        return takes(method, SseEventSink.class)
                || produced(method, resource, MediaTypes.JSON).contains(MediaTypes.EVENTS);
    }

    private static boolean isUnknown(Method method, JavaType type) {
        return type.isTypeOrSubTypeOf(Response.class) || takes(method, AsyncResponse.class);
    }

    private static boolean isNothing(JavaType type) {
        return type.hasRawClass(void.class) || type.hasRawClass(Void.class);
    }

    private static boolean takes(Method method, Class<?> type) {
        return Arrays.asList(method.getParameterTypes()).contains(type);
    }

    private static boolean isSuccess(String status) {
        return status.startsWith("2") || status.startsWith("3");
    }

    private static List<String> produced(Method method, Class<?> resource, String usual) {
        return MediaTypes.list(Declared.on(method, resource, Produces.class).map(Produces::value), usual);
    }
}
