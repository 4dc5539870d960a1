package io.appkernel.edge;

import io.appkernel.auth.Access;
import io.appkernel.auth.Caller;
import io.appkernel.auth.Gate;
import io.appkernel.auth.Verdict;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.errors.LaterException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lock on one route. One instance a route, so that nothing is looked up per request. */
@Priority(Priorities.AUTHENTICATION)
final class AccessFilter implements ContainerRequestFilter {
    private final Route route;
    private final Gate gate;
    private final Locators locators;

    AccessFilter(Route route, Gate gate) {
        this.route = route;
        this.gate = gate;
        this.locators = new Locators(route.resource());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (!(request.getProperty(Exchange.ATTRIBUTE) instanceof Exchange exchange)) {
            throw new IllegalStateException("A request reached " + route.path() + " without passing the edge");
        }
        exchange.matched(route.path());
        Optional<Caller> caller = exchange.caller();
        caller.ifPresent(found -> request.setSecurityContext(new CallerContext(found, request.getSecurityContext())));
        check(route.access(), caller, exchange, request);
        for (Access onTheWay : locators.rules(request)) {
            check(onTheWay, caller, exchange, request);
        }
    }

    private void check(Access access, Optional<Caller> caller, Exchange exchange, ContainerRequestContext request) {
        Gate.Decision decision = gate.decide(access, caller, name -> parameter(name, request));
        if (decision == Gate.Decision.UNAUTHENTICATED) {
            Verdict verdict = exchange.verdict();
            if (verdict instanceof Verdict.Undecided undecided) {
                throw new LaterException(undecided.reason(), undecided.retryAfter());
            }
            String reason = verdict instanceof Verdict.Refused refused ? refused.reason() : Statuses.detail(401);
            throw new KernelException(ErrorCode.UNAUTHENTICATED, reason);
        }
        if (decision == Gate.Decision.FORBIDDEN) {
            throw new KernelException(ErrorCode.FORBIDDEN, Statuses.detail(403));
        }
    }

    private String parameter(String name, ContainerRequestContext request) {
        String value = request.getUriInfo().getPathParameters().getFirst(name);
        if (value == null) {
            throw new IllegalStateException("The lock on " + route.path() + " asks for the path parameter {" + name
                    + "}, which the path does not have");
        }
        return value;
    }

    /** The caller for JAX-RS, with roles that need no declaration: Payara in an EAR knows only declared ones. */
    private record CallerContext(Caller caller, @Nullable SecurityContext containers) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller.roles().contains(role);
        }

        @Override
        public boolean isSecure() {
            return containers != null && containers.isSecure();
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
