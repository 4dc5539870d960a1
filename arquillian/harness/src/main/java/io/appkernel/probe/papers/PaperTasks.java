package io.appkernel.probe.papers;

import io.appkernel.auth.CurrentUser;
import io.appkernel.jobs.JobContext;
import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A handler that asks for whom it works. */
@ApplicationScoped
class PaperTasks {
    @Inject
    CurrentUser user;

    @Task("paper.mine")
    Seen mine(JobContext context) {
        return Seen.by(user);
    }
}
