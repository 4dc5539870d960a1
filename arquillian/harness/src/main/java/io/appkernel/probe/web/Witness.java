package io.appkernel.probe.web;

import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.settings.EnvCheck;
import io.appkernel.settings.KernelSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the kernel told a bean in a WAR. */
@ApplicationScoped
public class Witness {
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger checked = new AtomicInteger();

    void started(@Observes KernelStarted event) {
        started.incrementAndGet();
    }

    void checked() {
        checked.incrementAndGet();
    }

    public int timesStarted() {
        return started.get();
    }

    public int timesChecked() {
        return checked.get();
    }

    @ApplicationScoped
    static class Check implements EnvCheck {
        @jakarta.inject.Inject
        Witness witness;

        @Override
        public List<String> check(KernelSettings settings) {
            witness.checked();
            return List.of();
        }
    }
}
