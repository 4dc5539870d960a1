package io.appkernel.web.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.appkernel.auth.Access;
import io.appkernel.edge.Route;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponses;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes one route as an operation of the document. */
final class OperationWriter {
    private final Schemas schemas;
    private final RequestWriter requests;
    private final ResponseWriter responses;

    OperationWriter(Schemas schemas, ObjectMapper wire) {
        this.schemas = schemas;
        this.requests = new RequestWriter(schemas, wire);
        this.responses = new ResponseWriter(schemas);
    }

    /** Empty for a route that nobody may call and for one its author hides. */
    Optional<Operation> write(Route route, PathTemplate bare) {
        Method method = Declared.method(route.handler(), route.resource());
        if (route.access() instanceof Access.Nobody || isHidden(method, route.resource())) {
            return Optional.empty();
        }
        PathTemplate path = bare.withPatternsOf(Stream.<AnnotatedElement>of(route.resource(), method)
                .flatMap(place -> Stream.ofNullable(place.getAnnotation(Path.class)))
                .map(Path::value));
        Collection<Input> inputs = new InputReader(schemas).read(method, route.resource());
        Optional<RequestBody> body = requests.body(inputs, method, route.resource());
        Operation operation = new Operation()
                .operationId(Words.decapitalised(Words.subject(route.resource())) + "_" + method.getName())
                .summary(Words.sentence(method.getName()))
                .addTagsItem(tag(method, route.resource()))
                .requestBody(body.orElse(null));
        requests.parameters(inputs, path).forEach(operation::addParametersItem);
        describe(operation, method);
        Authorization.write(route.access(), operation);
        return Optional.of(operation.responses(responses(route, method, operation, path)));
    }

    static String tag(Method method, Class<?> resource) {
        return Declared.on(method, resource, Tag.class)
                .map(Tag::name)
                .orElseGet(() -> Words.sentence(Words.subject(resource)));
    }

    private static void describe(Operation operation, Method method) {
        io.swagger.v3.oas.annotations.Operation written =
                method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        boolean deprecated = method.isAnnotationPresent(Deprecated.class);
        if (written != null) {
            deprecated |= written.deprecated();
            ifGiven(written.summary()).ifPresent(operation::summary);
            ifGiven(written.description()).ifPresent(operation::description);
            ifGiven(written.operationId()).ifPresent(operation::operationId);
            if (written.tags().length > 0) {
                operation.tags(List.of(written.tags()));
            }
        }
        operation.deprecated(deprecated ? true : null);
    }

    private ApiResponses responses(Route route, Method method, Operation operation, PathTemplate path) {
        ApiResponses all = responses.write(method, route.resource());
        for (ProblemResponse problem : problems(route, operation, path)) {
            all.putIfAbsent(problem.status(), problem.reference());
        }
        return all;
    }

    private static Set<ProblemResponse> problems(Route route, Operation operation, PathTemplate path) {
        Set<ProblemResponse> problems = EnumSet.of(ProblemResponse.OTHER);
        if (Authorization.isProtected(route.access())) {
            problems.addAll(EnumSet.of(ProblemResponse.UNAUTHENTICATED, ProblemResponse.FORBIDDEN));
        }
        if (!path.patterns().isEmpty()) {
            problems.add(ProblemResponse.NOT_FOUND);
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(EnumSet.of(ProblemResponse.TOO_LARGE, ProblemResponse.UNSUPPORTED));
        }
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            problems.addAll(EnumSet.of(ProblemResponse.BAD_REQUEST, ProblemResponse.INVALID));
        }
        return problems;
    }

    private static boolean isHidden(Method method, Class<?> resource) {
        io.swagger.v3.oas.annotations.Operation written =
                method.getAnnotation(io.swagger.v3.oas.annotations.Operation.class);
        return Declared.on(method, resource, Hidden.class).isPresent() || (written != null && written.hidden());
    }

    private static Optional<String> ifGiven(String text) {
        return Optional.of(text).filter(value -> !value.isBlank());
    }
}
