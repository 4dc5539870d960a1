package io.appkernel.probe.errands;

import io.appkernel.jobs.Job;
import io.appkernel.jobs.JobOptions;
import io.appkernel.jobs.Jobs;
import io.appkernel.probe.chores.Depot;
import io.appkernel.probe.chores.Orders;
import io.appkernel.queue.Cancellation;
import io.appkernel.queue.Enqueued;
import io.appkernel.redis.Redis;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs used as an app uses them. */
@Path("errands")
@RequestScoped
@PermitAll
public class ErrandsResource {
    @Inject
    Jobs jobs;

    @Inject
    Orders orders;

    @EJB
    Depot depot;

    @Inject
    Redis redis;

    @POST
    @Path("tasks/{task}")
    public Enqueued enqueue(
            @PathParam("task") String task,
            @QueryParam("attempts") @DefaultValue("3") int attempts,
            @QueryParam("user") @Nullable String user,
            @Nullable Map<String, Object> payload) {
        JobOptions options = JobOptions.standard().maxAttempts(attempts);
        return jobs.enqueue(task, payload, user == null ? options : options.user(user));
    }

    @GET
    @Path("jobs/{id}")
    public Job job(@PathParam("id") String id) {
        return jobs.get(id).orElseThrow(NotFoundException::new);
    }

    @POST
    @Path("jobs/{id}/cancel")
    public Map<String, Cancellation> cancel(@PathParam("id") String id) {
        return Map.of("answer", jobs.cancel(id));
    }

    /** How many receipts there are after the attempt. */
    @POST
    @Path("orders/{way}/{id}")
    public long order(@PathParam("way") String way, @PathParam("id") String id, @QueryParam("fail") boolean fail) {
        try {
            switch (way) {
                case "facade" -> orders.orderByFacade(id, fail);
                case "ejb" -> depot.order(id, fail);
                default -> orders.order(id, fail);
            }
        } catch (IllegalStateException | EJBException e) {
            return orders.receipts(id);
        }
        return orders.receipts(id);
    }

    @GET
    @Path("receipts/{name}")
    public long receipts(@PathParam("name") String name) {
        return orders.receipts(name);
    }

    /** Whether the task's schedule has begun. */
    @GET
    @Path("schedules/{task}")
    public boolean schedule(@PathParam("task") String task) {
        return redis.call(client -> client.hexists(redis.key("{default}:cron"), task));
    }
}
