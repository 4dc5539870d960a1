package io.appkernel.probe.web;

import io.appkernel.auth.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Map;

/** Sub-resources behind locators with locks of their own. */
@Path("probe/nested")
@RequestScoped
@Produces("application/json")
@RolesAllowed("auditor")
public class NestedResource {
    @Path("inner")
    public Inner inner() {
        return new Inner();
    }

    @Path("open")
    @PermitAll
    public Open open() {
        return new Open();
    }

    @Path("auditor")
    @RolesAllowed("auditor")
    public Audited audited() {
        return new Audited();
    }

    public static class Inner {
        @GET
        @Path("/")
        public Map<String, Object> get() {
            return Map.of("inner", true);
        }
    }

    public static class Open {
        @GET
        @Path("inner")
        @Authenticated
        public Map<String, Object> get() {
            return Map.of("inner", true);
        }
    }

    public static class Audited {
        @GET
        @Path("inner")
        @Authenticated
        public Map<String, Object> get() {
            return Map.of("inner", true);
        }
    }
}
