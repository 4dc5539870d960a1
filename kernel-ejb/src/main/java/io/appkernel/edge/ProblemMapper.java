package io.appkernel.edge;

import io.appkernel.errors.Causes;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Answers whatever a resource threw. Knows no request, for Jersey injects none into an instance; {@link ProblemFilter}
 * makes a problem of it. Subclasses only claim types for which a runtime has its own mapper.
 */
class ProblemMapper<T extends Throwable> implements ExceptionMapper<T> {
    private static final Set<String> DROPPED = Set.of("content-type", "content-length", "content-encoding");

    /** What was thrown, on its way to the filter. */
    record Failure(Problem problem, Throwable thrown) {}

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Response toResponse(T thrown) {
        Optional<Response> own =
                Causes.first(thrown, WebApplicationException.class).map(WebApplicationException::getResponse);
        if (own.isPresent() && (own.get().hasEntity() || own.get().getStatus() < 400)) {
            return own.get();
        }
        Problem problem = problems.of(thrown);
        int status = problem.status();
        Response.ResponseBuilder answer = Response.status(status);
        own.filter(response -> response.getStatus() == status).ifPresent(response -> copyHeaders(response, answer));
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        problems.retryAfter(thrown)
                .ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        return answer.type(Problem.MEDIA_TYPE)
                .entity(new Failure(problem, thrown))
                .build();
    }

    private static void copyHeaders(Response from, Response.ResponseBuilder to) {
        from.getHeaders().forEach((name, values) -> {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> to.header(name, value));
            }
        });
    }
}
