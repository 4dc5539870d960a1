package io.appkernel.probe.web;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.CurrentUser;
import io.appkernel.entities.EntityFinder;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.jobs.TaskFinder;
import io.appkernel.probe.beans.Greetings;
import io.appkernel.probe.beans.Switches;
import io.appkernel.probe.beans.Vault;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.eclipse.microprofile.metrics.annotation.Timed;

/** One route for each thing that the frame promises. */
@Path("probe")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ProbeResource {
    @Inject
    Greetings greetings;

    @Inject
    Switches switches;

    @Inject
    Witness witness;

    @Inject
    CurrentUser user;

    @Inject
    EntityFinder entities;

    @Inject
    TaskFinder tasks;

    @EJB
    Vault vault;

    @GET
    @Path("unmarked")
    public String unmarked() {
        return "{}";
    }

    @GET
    @Path("public")
    @PermitAll
    public Map<String, Object> open() {
        return Map.of("open", true);
    }

    @GET
    @Path("signed-in")
    @Authenticated
    public Map<String, Object> signedIn() {
        return Map.of("id", user.id().orElse(""));
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public Map<String, Object> admin() {
        return Map.of("admin", true);
    }

    @GET
    @Path("auditor")
    @RolesAllowed("auditor")
    public Map<String, Object> auditor() {
        return Map.of();
    }

    @GET
    @Path("denied")
    @DenyAll
    public Map<String, Object> denied() {
        return Map.of();
    }

    @GET
    @Path("vault")
    @PermitAll
    public Map<String, Object> vault() {
        return Map.of("inside", vault.open());
    }

    @GET
    @Path("me")
    @Authenticated
    public Map<String, Object> me(@Context SecurityContext context) {
        Map<String, Object> seen = new TreeMap<>();
        seen.put("id", user.id().orElse(null));
        seen.put("role", user.role().orElse(null));
        seen.put("is_admin", user.isAdmin());
        seen.put("kind", user.kind().orElse(null));
        seen.put("principal", context.getUserPrincipal().getName());
        seen.put("in_role", context.isUserInRole("admin"));
        return seen;
    }

    @GET
    @Path("plugins")
    @PermitAll
    public Map<String, Object> plugins() {
        return Map.of(
                "greeting", greetings.hello("Ada"),
                "proxied", greetings.isProxied(),
                "entities",
                        entities.entities().stream().map(Class::getSimpleName).toList(),
                "tasks", tasks.names(),
                "started", witness.timesStarted(),
                "checked", witness.timesChecked());
    }

    @POST
    @Path("orders")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Order order(@NotNull @Valid Order order) {
        return order;
    }

    @GET
    @Path("page/{number}")
    @PermitAll
    public Map<String, Object> page(
            @PathParam("number") int number, @QueryParam("page_size") @DefaultValue("20") @Max(100) int pageSize) {
        return Map.of("number", number, "page_size", pageSize);
    }

    @POST
    @Path("text")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public String text(String written) {
        return written;
    }

    @POST
    @Path("upload")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Map<String, Object> upload(InputStream body) throws IOException {
        return Map.of("bytes", body.readAllBytes().length);
    }

    @GET
    @Path("large")
    @PermitAll
    public List<String> large() {
        return IntStream.range(0, 2_000).mapToObj(i -> "line number " + i).toList();
    }

    @GET
    @Path("async")
    @PermitAll
    public CompletionStage<Map<String, Object>> async() {
        return CompletableFuture.completedFuture(Map.of("later", true));
    }

    @GET
    @Path("events")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink, @Context Sse sse) {
        try (sink) {
            sink.send(sse.newEvent("one"));
            sink.send(sse.newEvent("two"));
        }
    }

    @GET
    @Path("fail/{how}")
    @PermitAll
    public Response fail(@PathParam("how") String how) {
        switch (how) {
            case "bug":
                throw new IllegalStateException("select secret from table io.appkernel.Internal");
            case "error":
                throw new StackOverflowError("deep");
            case "conflict":
                throw new KernelException(ErrorCode.CONFLICT, "Somebody changed it first.");
            case "unavailable":
                throw new KernelException(ErrorCode.UNAVAILABLE, "The database is away.");
            case "missing":
                throw new NotFoundException("No such widget.");
            case "teapot":
                throw new WebApplicationException("Short and stout.", 418);
            default:
                return Response.status(409).entity(Map.of("own", "body")).build();
        }
    }

    @PUT
    @Path("health/{up}")
    @PermitAll
    public void health(@PathParam("up") boolean up) {
        switches.healthy(up);
    }

    @GET
    @Path("measured")
    @PermitAll
    @Counted(name = "probe_calls", absolute = true)
    @Timed(name = "probe_time", absolute = true)
    public Map<String, Object> measured() {
        return Map.of("measured", true);
    }
}
