package io.appkernel.jobs;

import io.appkernel.jmx.Jmx;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.metrics.Metrics;
import io.appkernel.outbox.Outbox;
import io.appkernel.redis.Redis;
import io.appkernel.settings.NodeRole;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts a node's work on jobs when everything else has started, and stops it first. */
@ApplicationScoped
class JobsRunner {
    @Inject
    private TaskFinder finder;

    @Inject
    private JobParts parts;

    @Inject
    private Redis redis;

    @Inject
    private Queues queues;

    @Inject
    private Outbox outbox;

    @Inject
    private Jobs jobs;

    @Inject
    private JobMeters meters;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;

    private @Nullable JobNode node;

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) KernelStarted event, Metrics metrics, Jmx jmx) {
        if (parts.registry().tasks().isEmpty()) {
            // Nothing can be enqueued, so nobody needs a Redis for it.
            return;
        }
        JobNode made = new JobNode(parts, redis, queues, outbox, meters, threads);
        node = made;
        JobsView view = new JobsView(jobs, meters, made::workers, parts.clock());
        view.measure(metrics, List.copyOf(queues.all()));
        jmx.register("Jobs", view);
        made.moveOutbox();
        if (event.settings().role() != NodeRole.WEB) {
            made.work(finder.schedules());
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) KernelStopping event) {
        JobNode running = node;
        if (running != null) {
            running.close();
            node = null;
        }
    }
}
