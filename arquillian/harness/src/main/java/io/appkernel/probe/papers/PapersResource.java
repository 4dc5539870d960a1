package io.appkernel.probe.papers;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.CurrentUser;
import io.appkernel.auth.RequirePermission;
import io.appkernel.auth.RequireScope;
import io.appkernel.jobs.JobOptions;
import io.appkernel.jobs.Jobs;
import io.appkernel.probe.beans.Vault;
import io.appkernel.queue.Enqueued;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/** Papers that nobody wrote: only their locks matter. */
@Path("papers")
@RequestScoped
@Authenticated
public class PapersResource {
    @Inject
    CurrentUser user;

    @Inject
    Jobs jobs;

    @EJB
    Vault vault;

    /** For callers who may read all papers, or this one. */
    @GET
    @Path("{paper_id}")
    @RequirePermission(value = "papers:read", resource = "papers", id = "{paper_id}")
    public Map<String, String> read(@PathParam("paper_id") String id) {
        return Map.of("id", id);
    }

    @DELETE
    @Path("{paper_id}")
    @RequireScope("papers:delete")
    public Map<String, String> delete(@PathParam("paper_id") String id) {
        return Map.of("id", id);
    }

    @PUT
    @Path("{paper_id}/stamp")
    @RolesAllowed("editor")
    @RequireScope(action = "stamp", type = "papers", id = "paper_id")
    public Map<String, String> stamp(@PathParam("paper_id") String id) {
        return Map.of("id", id);
    }

    @GET
    @Path("all/mine")
    public Seen mine() {
        return Seen.by(user);
    }

    /** What an EJB for admins guards. */
    @GET
    @Path("all/vault")
    public Map<String, String> vault() {
        return Map.of("found", vault.open());
    }

    /** A job of the caller's own. */
    @POST
    @Path("all/errand")
    public Enqueued errand() {
        return jobs.enqueue(
                "paper.mine", null, JobOptions.standard().user(user.id().orElseThrow()));
    }
}
