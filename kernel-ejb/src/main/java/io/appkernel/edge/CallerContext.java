package io.appkernel.edge;

import io.appkernel.auth.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The caller for JAX-RS, with roles that need no declaration: Payara in an EAR knows only declared ones. */
record CallerContext(Caller caller, @Nullable SecurityContext containers) implements SecurityContext {
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
