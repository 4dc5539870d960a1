package io.appkernel.web.jobs;

import io.appkernel.errors.ErrorCode;
import io.appkernel.errors.KernelException;
import io.appkernel.jobs.Job;
import io.appkernel.jobs.Jobs;
import io.appkernel.queue.Depth;
import io.appkernel.rest.EnabledBy;
import io.appkernel.rest.OptionalBody;
import io.appkernel.rest.Page;
import io.appkernel.rest.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queues, and jobs that were given up, for admins. */
@Path("admin/jobs")
@RequestScoped
@RolesAllowed("admin")
@EnabledBy("jobs")
public class JobAdminResource {
    @Inject
    Jobs jobs;

    /** Whether to do it; left out, it is only said for how many jobs it would be done. */
    public record Confirmation(@Nullable Boolean confirm) {
        boolean isGiven() {
            return Boolean.TRUE.equals(confirm);
        }
    }

    /** How many jobs were, or would be, enqueued again. */
    public record Retried(boolean confirmed, String queue, long jobs) {}

    /** Every queue of the deployment. */
    @GET
    @Path("queues")
    public Page<QueueView> queues(@BeanParam PageQuery page) {
        List<QueueView> all = jobs.queueStatus().entrySet().stream()
                .map(queue -> QueueView.from(queue.getKey(), queue.getValue()))
                .toList();
        return Page.cut(all, page);
    }

    /** No node takes jobs of this queue any more; those that run go on. */
    @POST
    @Path("queues/{queue}/pause")
    public QueueView pause(@PathParam("queue") String queue) {
        jobs.pause(queue);
        return status(queue);
    }

    @POST
    @Path("queues/{queue}/resume")
    public QueueView resume(@PathParam("queue") String queue) {
        jobs.resume(queue);
        return status(queue);
    }

    /** Enqueues all jobs of the queue again that were given up; only counts them unless confirmed. */
    @POST
    @Path("queues/{queue}/retry-dead")
    public Retried retryDead(@PathParam("queue") String queue, OptionalBody<Confirmation> body) {
        return body.value().filter(Confirmation::isGiven).isPresent()
                ? new Retried(true, queue, jobs.retryAll(queue))
                : new Retried(false, queue, status(queue).dead());
    }

    private QueueView status(String queue) {
        Depth depth = jobs.queueStatus().get(queue);
        if (depth == null) {
            throw new KernelException(ErrorCode.NOT_FOUND, "There is no such queue; see admin/jobs/queues.");
        }
        return QueueView.from(queue, depth);
    }

    /** Jobs that were given up, the newest first. */
    @GET
    @Path("dead")
    public Page<JobView> dead(@BeanParam JobQuery wanted, @BeanParam PageQuery page) {
        Page<Job> found = Page.cut(jobs.dead().stream().filter(wanted::fits).toList(), page);
        return Page.of(
                found.items().stream().map(job -> JobView.from(job, true)).toList(), page, found.total());
    }

    /** Enqueues a job again that was given up, with all its attempts. */
    @POST
    @Path("dead/{job_id}/retry")
    public JobView retry(@PathParam("job_id") String id) {
        if (!jobs.retry(id)) {
            throw new KernelException(ErrorCode.NOT_FOUND, "No job of this id was given up.");
        }
        return JobView.from(jobs.get(id).orElseThrow(JobsResource::unknown), true);
    }

    /** The id of a job that nobody knows any more. */
    public record Discarded(String id) {}

    /** Forgets a job that was given up. */
    @POST
    @Path("dead/{job_id}/discard")
    public Discarded discard(@PathParam("job_id") String id) {
        if (!jobs.discard(id)) {
            throw new KernelException(ErrorCode.NOT_FOUND, "No job of this id was given up.");
        }
        return new Discarded(id);
    }
}
