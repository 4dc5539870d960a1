package io.appkernel.edge;

import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is kept of each request: a line in the log and a count in the meters. */
@ApplicationScoped
class Observed {
    private final boolean logs;

    Observed() {
        this.logs = false;
    }

    @Inject
    Observed(KernelSettings settings) {
        this.logs = settings.get(EdgeSettings.class).requestLog();
    }

    void ended(Exchange exchange, EdgeResponse response) {
        if (logs) {
            System.getLogger("io.appkernel.edge")
                    .log(
                            System.Logger.Level.DEBUG,
                            exchange.method() + " " + exchange.route(response.getStatus()) + " " + response.getStatus());
        }
    }
}
