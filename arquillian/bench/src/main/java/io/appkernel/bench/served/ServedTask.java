package io.appkernel.bench.served;

import io.appkernel.jobs.Task;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** A handler that does nothing but count. */
@ApplicationScoped
public class ServedTask {
    static final String NAME = "noop";

    private final AtomicLong done = new AtomicLong();

    /** As an application would have it. */
    public record Text(String text) {}

    @Task(NAME)
    void noop(Text text) {
        done.incrementAndGet();
    }

    long done() {
        return done.get();
    }
}
