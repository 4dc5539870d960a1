package io.appkernel.web.jobs;

import io.appkernel.auth.Authenticated;
import io.appkernel.auth.CurrentUser;
import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.jobs.Job;
import io.appkernel.jobs.Jobs;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A caller's own jobs; everybody's for admins. */
@Path("jobs")
@RequestScoped
@Authenticated
@EnabledBy("jobs")
public class JobsResource {
    @Inject
    Jobs jobs;

    @Inject
    CurrentUser user;

    /**
     * What became of the wish.
     *
     * @param outcome {@code cancelled} when it will not run, {@code asked} when it runs and is being stopped
     */
    public record Cancelled(String id, String outcome) {}

    /** The newest first. */
    @GET
    public Page<JobView> list(@BeanParam JobQuery wanted, @BeanParam PageQuery page) {
        Viewer viewer = Viewer.of(user);
        Page<Job> found = Page.cut(jobs.newest(viewer.owner(), job -> viewer.sees(job) && wanted.fits(job)), page);
        return Page.of(found.items().stream().map(viewer::show).toList(), page, found.total());
    }

    @GET
    @Path("{job_id}")
    public JobView get(@PathParam("job_id") String id) {
        return Viewer.of(user).show(seen(id));
    }

    /** Stops a job that waits at once, and one that runs as soon as it can be stopped. */
    @POST
    @Path("{job_id}/cancel")
    public Cancelled cancel(@PathParam("job_id") String id) {
        seen(id);
        return switch (jobs.cancel(id)) {
            case CANCELLED -> new Cancelled(id, "cancelled");
            case ASKED -> new Cancelled(id, "asked");
            case TOO_LATE -> throw new KernelException(ErrorCode.CONFLICT, "The job has ended already.");
            case UNKNOWN -> throw unknown();
        };
    }

    private Job seen(String id) {
        return jobs.get(id).filter(Viewer.of(user)::sees).orElseThrow(JobsResource::unknown);
    }

    static KernelException unknown() {
        return new KernelException(ErrorCode.NOT_FOUND, "There is no such job, or no longer.");
    }
}
