package io.appkernel.probe.beans;

import io.appkernel.jobs.JobContext;
import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EjbJarTasks {
    @Task("probe.in-ejb-jar")
    String run(String payload, JobContext context) {
        return payload + context.attempt();
    }
}
