package io.appkernel.widgets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

@Path("widgets")
@Produces(MediaType.APPLICATION_JSON)
public class WidgetsResource {
    @GET
    @PermitAll
    public List<String> list() {
        return List.of("one");
    }
}
