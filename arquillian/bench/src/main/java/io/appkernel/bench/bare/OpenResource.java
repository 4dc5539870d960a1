package io.appkernel.bench.bare;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The same answer where routes are closed by default. Apart, because Payara answers 401 to this in an empty WAR. */
@Path("bench")
public class OpenResource {
    /** JSON, open to everybody. */
    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public String answer() {
        return "[\"one\"]";
    }
}
