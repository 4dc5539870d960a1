package io.appkernel.probe.beans;

import io.appkernel.jobs.JobContext;
import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;

@ApplicationScoped
class EjbJarTasks {
    @Task("probe.in-ejb-jar")
    String run(String payload, JobContext context) {
        return payload + context.attempt();
    }

    /** Until it is told to end. */
    @Task("probe.waits")
    void waits(JobContext context) throws InterruptedException {
        context.progress(1, "waiting");
        new CountDownLatch(1).await();
    }
}
