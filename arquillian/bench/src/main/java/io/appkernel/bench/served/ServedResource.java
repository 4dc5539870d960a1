package io.appkernel.bench.served;

import io.appkernel.bench.served.ServedTask.Text;
import io.appkernel.jobs.Jobs;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/** Enqueues jobs and has them done. Every answer but the first two is how many nanoseconds it took. */
@Path("bench")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class ServedResource {
    private static final String QUEUE = "default";
    private static final int THREADS = 8;
    /** As JSON it has 100 bytes. */
    private static final Text TEXT = new Text("x".repeat(89));

    @Inject
    Jobs jobs;

    @Inject
    ServedTask task;

    /** Whether the server is there. */
    @GET
    public String answer() {
        return "[\"one\"]";
    }

    /** A job a request. */
    @GET
    @Path("one")
    public String one() {
        jobs.enqueue(ServedTask.NAME, TEXT);
        return "[\"one\"]";
    }

    /** Many at once, while nobody works. */
    @GET
    @Path("many/{count}")
    public long many(@PathParam("count") int count) {
        jobs.pause(QUEUE);
        List<Text> texts = Collections.nCopies(count, TEXT);
        long begin = System.nanoTime();
        jobs.enqueueMany(ServedTask.NAME, texts);
        return System.nanoTime() - begin;
    }

    /** One by one, by several threads, without requests. */
    @GET
    @Path("singles/{count}")
    public long singles(@PathParam("count") int count) throws InterruptedException, ExecutionException {
        jobs.pause(QUEUE);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Object> share = () -> {
                for (int i = 0; i < count / THREADS; i++) {
                    jobs.enqueue(ServedTask.NAME, TEXT);
                }
                return true;
            };
            List<Callable<Object>> shares = new ArrayList<>(Collections.nCopies(THREADS, share));
            long begin = System.nanoTime();
            for (Future<Object> one : threads.invokeAll(shares)) {
                one.get();
            }
            return System.nanoTime() - begin;
        } finally {
            threads.shutdown();
        }
    }

    /** Until nothing waits or runs any more. */
    @GET
    @Path("drain/{count}")
    public long drain(@PathParam("count") int count) {
        long until = task.done() + count;
        long begin = System.nanoTime();
        jobs.resume(QUEUE);
        while (task.done() < until) {
            LockSupport.parkNanos(200_000);
        }
        return System.nanoTime() - begin;
    }

    /** Nobody works until the next drain. */
    @GET
    @Path("pause")
    public String pause() {
        jobs.pause(QUEUE);
        return "[\"one\"]";
    }
}
