package io.appkernel.bench.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The cheapest answer a resource can give: text that stands ready. */
@Path("bench")
public class BareResource {
    /** JSON. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String answer() {
        return "[\"one\"]";
    }
}
