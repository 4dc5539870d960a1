package io.appkernel.probe.errands;

import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A handler in the WAR, with a payload type of the WAR, in a queue of its own. */
@ApplicationScoped
class ErrandTasks {
    record Letter(String to, List<String> pages) {}

    @Task(value = "errand.post", queue = "errands")
    Letter post(Letter letter) {
        return new Letter(letter.to().toUpperCase(java.util.Locale.ROOT), letter.pages());
    }
}
