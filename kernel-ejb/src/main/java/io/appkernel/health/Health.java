package io.appkernel.health;

import io.appkernel.jmx.Jmx;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.log.KernelLog;
import io.appkernel.settings.NodeSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * Asks the health checks of the kernel and of the app.
 *
 * <p>Both methods run the checks in parallel, or reuse an answer not older than {@code kernel.health.min-interval}, and
 * return within {@code kernel.health.timeout} whatever a check does. They never throw. Thread-safe.
 */
@ApplicationScoped
public class Health {
    @Inject
    private HealthFinder finder;

    @Inject
    private HealthSettings settings;

    @Inject
    private NodeSettings node;

    @Inject
    private BeanManager beans;

    @Inject
    private Instance<RequestContextController> requests;

    @Inject
    private KernelLog log;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    @Resource(lookup = "java:comp/DefaultContextService")
    private ContextService contexts;

    private HealthThreads threads;
    private HealthChecks checks;

    @PostConstruct
    void open() {
        HealthResponses.installIfNone();
        threads = new HealthThreads(here(), log);
        List<HealthProbe> probes = finder.found().stream().map(this::probe).toList();
        checks = new HealthChecks(probes, settings, node.debug(), threads, System::nanoTime);
    }

    /**
     * Threads get the context of the kernel's start and not that of the request that first needs them: it goes before
     * they end, and Payara would then look for what is no longer there and keep the thread, with all it knows.
     */
    private ThreadFactory here() {
        return contexts.createContextualProxy(factory, ThreadFactory.class);
    }

    private HealthProbe probe(HealthFinder.Found found) {
        FoundCheck check = new FoundCheck(found.check(), beans, requests.get());
        return new HealthProbe(FoundCheck.nameOf(found.check().bean()), found.kinds(), check, log);
    }

    /** Makes this bean while a component's naming context is there; a probe or a console may come without one. */
    void started(@Observes KernelStarted event, Jmx jmx) {
        jmx.register("Health", new HealthView(this));
    }

    /** Whether the node works at all. DOWN means that only a restart can help. */
    public HealthReport liveness() {
        return checks.liveness();
    }

    /** Whether the node may get traffic. Startup checks belong to it until each has passed once. */
    public HealthReport readiness() {
        return checks.readiness();
    }

    /** What was answered so far no longer holds: the next call asks every check. */
    void forget() {
        checks.forget();
    }

    @PreDestroy
    void close() {
        threads.close();
        HealthResponses.removeIfOurs();
    }
}
