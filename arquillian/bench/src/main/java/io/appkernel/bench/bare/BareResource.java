package io.appkernel.bench.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers what widgets answers, in the cheapest way a resource can: the text stands ready. */
@Path("widgets")
public class BareResource {
    /** The same bytes under the same media type as the list of widgets. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list() {
        return "[\"one\"]";
    }
}
