package io.appkernel.web.jobs;

import io.appkernel.auth.CurrentUser;
import io.appkernel.jobs.Job;
import java.util.Optional;

/**
 * Whom jobs are shown to.
 *
 * @param owner whose jobs are shown; everybody's when empty, which is for admins
 */
record Viewer(Optional<String> owner) {
    static Viewer of(CurrentUser user) {
        return new Viewer(
                user.isAdmin() ? Optional.empty() : Optional.of(user.id().orElse("")));
    }

    boolean sees(Job job) {
        return owner.isEmpty() || owner.equals(job.userId());
    }

    JobView show(Job job) {
        return JobView.from(job, owner.isEmpty());
    }
}
