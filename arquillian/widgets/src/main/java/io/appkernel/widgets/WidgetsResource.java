package io.appkernel.widgets;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("widgets")
public class WidgetsResource {
    @GET
    @PermitAll
    public List<String> list() {
        return List.of("one");
    }
}
