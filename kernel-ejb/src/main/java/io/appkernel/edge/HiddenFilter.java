package io.appkernel.edge;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** For what a runtime publishes unasked (WADL, its own OpenAPI): there is nothing there. OPTIONS is harmless. */
final class HiddenFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (!"OPTIONS".equals(request.getMethod())) {
            throw new NotFoundException();
        }
    }
}
