package io.appkernel.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Says of which request a problem is, and remembers what was thrown when the fault is ours. */
final class ProblemFilter implements ContainerResponseFilter {
    private final Problems problems;

    ProblemFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof ProblemMapper.Failure failure)) {
            return;
        }
        Problem problem = failure.problem();
        if (request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange) {
            problem = forCaller(failure, exchange).at(exchange);
            if (problem.status() != response.getStatus()) {
                response.setStatus(problem.status());
                response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            }
            if (problem.status() >= 500) {
                exchange.failed(failure.thrown());
            }
        }
        response.setEntity(problem);
    }

    private Problem forCaller(ProblemMapper.Failure failure, Exchange exchange) {
        return failure.problem().status() == 403
                ? problems.of(failure.thrown(), exchange.caller().isPresent())
                : failure.problem();
    }
}
