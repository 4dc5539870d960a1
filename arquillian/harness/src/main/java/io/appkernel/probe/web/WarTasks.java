package io.appkernel.probe.web;

import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class WarTasks {
    @Task("probe.in-war")
    void run() {
        // Found, not run: the queue comes with its own tests.
    }
}
