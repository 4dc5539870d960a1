package io.appkernel.widgets;

import io.appkernel.jobs.Jobs;
import io.appkernel.log.KernelLog;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import io.appkernel.store.EntityStore;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Anybody reads widgets; a signed-in caller makes and changes them. */
@Path("widgets")
@RequestScoped
public class WidgetsResource {
    @Inject
    EntityStore<Widget> widgets;

    @Inject
    Jobs jobs;

    @Inject
    KernelLog log;

    /** The job that does what was asked for; {@code GET jobs/{id}} says how it stands. */
    public record Accepted(String jobId) {}

    @GET
    @PermitAll
    public Page<WidgetView> list(@BeanParam PageQuery page) {
        List<Widget> found =
                widgets.query().limit(page.limit()).offset(page.offset()).list();
        return Page.of(found.stream().map(WidgetView::of).toList(), page, widgets.count(""));
    }

    @GET
    @Path("{id}")
    @PermitAll
    public WidgetView get(@PathParam("id") String id) {
        return widgets.get(id).map(WidgetView::of).orElseThrow(() -> new NotFoundException("No such widget."));
    }

    @POST
    public Response create(@NotNull @Valid NewWidget wanted) {
        Widget widget = widgets.save(Map.of("name", wanted.name(), "unitPrice", wanted.unitPrice()));
        log.info("widget created", "widget_id", widget.getId());
        return Response.created(URI.create("widgets/" + widget.getId()))
                .entity(WidgetView.of(widget))
                .build();
    }

    /** Refused as a conflict when somebody else changed the widget meanwhile. */
    @PUT
    @Path("{id}/price")
    public WidgetView reprice(@PathParam("id") String id, @NotNull @Valid NewPrice wanted) {
        return WidgetView.of(widgets.update(id, Map.of("unitPrice", wanted.unitPrice()), wanted.version()));
    }

    /** Answers at once; the report is the result of the job. */
    @POST
    @Path("reports")
    public Response report(@NotNull @Valid PriceReports.Wish wish) {
        String job = jobs.enqueue(PriceReports.TASK, wish).id();
        return Response.accepted(new Accepted(job)).build();
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("id") String id) {
        if (!widgets.softDelete(id)) {
            throw new NotFoundException("No such widget.");
        }
    }

    @GET
    @Path("{id}/history")
    public List<WidgetView.Was> history(@PathParam("id") String id) {
        return widgets.history(id).stream().map(WidgetView.Was::of).toList();
    }
}
