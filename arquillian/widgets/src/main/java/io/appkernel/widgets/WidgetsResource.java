package io.appkernel.widgets;

import io.appkernel.log.KernelLog;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Anybody reads widgets; a signed-in caller makes them. */
@Path("widgets")
public class WidgetsResource {
    @Inject
    Widgets widgets;

    @Inject
    KernelLog log;

    @GET
    @PermitAll
    public Page<Widget> list(@BeanParam PageQuery page) {
        return Page.cut(widgets.all(), page);
    }

    @GET
    @Path("{id}")
    @PermitAll
    public Widget get(@PathParam("id") String id) {
        return widgets.all().stream()
                .filter(widget -> widget.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No such widget."));
    }

    @POST
    public Response create(@NotNull @Valid NewWidget wanted) {
        Widget widget = widgets.add(wanted);
        log.info("widget created", "widget_id", widget.id());
        return Response.created(URI.create("widgets/" + widget.id()))
                .entity(widget)
                .build();
    }
}
