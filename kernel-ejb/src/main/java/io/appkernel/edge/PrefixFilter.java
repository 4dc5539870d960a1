package io.appkernel.edge;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;

/** Lets an application under another API prefix make links with the prefix that callers use. */
@PreMatching
final class PrefixFilter implements ContainerRequestFilter {
    private final ApiPrefix prefix;

    PrefixFilter(ApiPrefix prefix) {
        this.prefix = prefix;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        URI base = request.getUriInfo().getBaseUri();
        URI asked = request.getUriInfo().getRequestUri();
        String basePath = base.getRawPath();
        if (!basePath.endsWith(prefix.fixed() + "/") || !asked.getRawPath().startsWith(basePath)) {
            return;
        }
        String context =
                basePath.substring(0, basePath.length() - prefix.fixed().length() - 1);
        String outside = context + prefix.asked() + "/";
        String rest = asked.getRawPath().substring(basePath.length());
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        request.setRequestUri(base.resolve(outside), base.resolve(outside + rest + query));
    }
}
