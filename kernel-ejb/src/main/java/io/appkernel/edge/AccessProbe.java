package io.appkernel.edge;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * A route that nobody may use, for the self-test. It stands in kernel-ejb because the servers put every resource of
 * that jar into each application of the EAR, so that each one can be tried.
 */
@Path(SelfTest.PROBE)
public class AccessProbe {
    @GET
    @RolesAllowed("kernel-self-test")
    public Response open() {
        return Response.noContent().build();
    }
}
