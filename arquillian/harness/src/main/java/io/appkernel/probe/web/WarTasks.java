package io.appkernel.probe.web;

import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WarTasks {
    @Task("probe.in-war")
    void run() {
        // What matters is that it is reached.
    }
}
