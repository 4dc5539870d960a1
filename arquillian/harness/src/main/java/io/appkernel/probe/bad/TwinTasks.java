package io.appkernel.probe.bad;

import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;

/** Two handlers of one name, and one that nobody could call. */
@ApplicationScoped
public class TwinTasks {
    @Task("probe.twin")
    void one() {
        // never runs
    }

    @Task("probe.twin")
    void two(String payload) {
        // never runs
    }

    @Task("probe.wrong")
    void wrong(String payload, String more) {
        // never runs
    }
}
