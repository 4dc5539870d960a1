package io.appkernel.probe.web;

import io.appkernel.jobs.Jobs;
import io.appkernel.queue.Enqueued;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Enqueues jobs of the probe's tasks. */
@Path("probe/tasks")
@RequestScoped
@PermitAll
public class TasksResource {
    @Inject
    Jobs jobs;

    @POST
    @Path("{task}")
    public Enqueued enqueue(@PathParam("task") String task) {
        return jobs.enqueue(task, "payload");
    }
}
