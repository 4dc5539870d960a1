package io.appkernel.probe.beans;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a test turns on and off in the running app. */
@ApplicationScoped
public class Switches {
    private final AtomicBoolean healthy = new AtomicBoolean(true);

    public boolean isHealthy() {
        return healthy.get();
    }

    public void healthy(boolean value) {
        healthy.set(value);
    }
}
