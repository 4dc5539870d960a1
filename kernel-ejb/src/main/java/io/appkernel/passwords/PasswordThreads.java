package io.appkernel.passwords;

import io.appkernel.context.Call;
import io.appkernel.context.Calls;
import io.appkernel.lifecycle.KernelStarted;
import io.appkernel.lifecycle.KernelStopping;
import io.appkernel.log.KernelLog;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where work with passwords is done, so that any number of logins leaves the request threads to everybody else. To inject.
 * Thread-safe.
 */
@ApplicationScoped
public class PasswordThreads {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    private PasswordSettings settings;

    @Inject
    private Calls calls;

    @Inject
    private KernelLog log;

    @Inject
    private Instance<RequestContextController> requests;

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory factory;

    private volatile @Nullable PasswordQueue queue;

    /** The threads are made here, for a thread keeps the context of its maker, and a request's goes before it does. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) KernelStarted event) {
        PasswordQueue made = new PasswordQueue(
                settings.threads(Runtime.getRuntime().availableProcessors()),
                settings.hashQueue(),
                PATIENCE,
                this::thread);
        queue = made;
        made.begin();
    }

    private Thread thread(Runnable work) {
        Thread thread = factory.newThread(work);
        thread.setName("kernel-passwords");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Does the work soon, on one of a few threads, for the same call and with the same context class loader as here, and
     * in a request context of its own; fails as unavailable what has waited for seconds.
     *
     * @throws io.appkernel.errors.KernelException unavailable, when too many wait already
     */
    public <T> CompletionStage<T> later(Supplier<T> work) {
        PasswordQueue running = queue;
        if (running == null) {
            throw new BusyException();
        }
        Optional<Call> call = calls.current();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return running.add(() -> on(loader, call, work));
    }

    /**
     * The same for what nobody waits for; the log tells when it fails.
     *
     * @throws io.appkernel.errors.KernelException unavailable, when too many wait already
     */
    public void afterwards(Runnable work) {
        CompletionStage<Boolean> done = later(() -> {
            work.run();
            return true;
        });
        done.whenComplete((well, failure) -> {
            if (failure != null) {
                log.error("work after an answer failed", failure);
            }
        });
    }

    private <T> T on(ClassLoader loader, Optional<Call> call, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        RequestContextController request = requests.get();
        boolean opened = request.activate();
        try (Calls.Scope scope = calls.open(call.orElseGet(() -> new Call("passwords")))) {
            return work.get();
        } finally {
            if (opened) {
                request.deactivate();
            }
            requests.destroy(request);
            thread.setContextClassLoader(before);
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 50) KernelStopping event) {
        PasswordQueue running = queue;
        queue = null;
        if (running != null) {
            running.close();
        }
    }
}
