package io.appkernel.jobs;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every task that this deployment can do. Those of {@link Task} methods are here by themselves; others are added by an
 * observer of {@code KernelStarted}, before the first job is taken. Thread-safe.
 */
public final class JobRegistry {
    private final Map<String, Known> tasks = new TreeMap<>();

    JobRegistry() {}

    /** Adds a handler to the queue {@code default}. */
    public <P> void register(String task, Class<P> payload, JobHandler<P> handler) {
        register(task, "default", payload, handler);
    }

    /** Adds a handler. A name that is taken is refused. */
    public <P> void register(String task, String queue, Class<P> payload, JobHandler<P> handler) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        add(
                task,
                new Known(
                        queue,
                        payload,
                        loader,
                        (value, context) -> handler.handle(given(task, payload, value), context)));
    }

    private static <P> P given(String task, Class<P> type, @Nullable Object payload) {
        if (payload == null) {
            throw new IllegalArgumentException("The task " + task + " needs a payload");
        }
        return type.cast(payload);
    }

    synchronized void add(String task, Known known) {
        if (!TaskFinder.NAME.matcher(task).matches()) {
            throw new IllegalArgumentException(
                    "The task name \"" + task + "\" must be 1 to 100 letters, digits, or any of _ . : -");
        }
        if (tasks.putIfAbsent(task, known) != null) {
            throw new IllegalArgumentException("The task \"" + task + "\" has a handler already; choose another name");
        }
    }

    /** The names, sorted. */
    public synchronized Set<String> tasks() {
        return new TreeSet<>(tasks.keySet());
    }

    synchronized Optional<Known> task(String name) {
        return Optional.ofNullable(tasks.get(name));
    }

    synchronized Set<String> queues() {
        Set<String> queues = new TreeSet<>();
        tasks.values().forEach(known -> queues.add(known.queue()));
        return queues;
    }

    /** @param loader what the handler's code expects as its thread's context class loader */
    record Known(String queue, Type payload, ClassLoader loader, Handler handler) {}

    /** Does the jobs of one task, whatever the payload's type. */
    interface Handler {
        @Nullable Object handle(@Nullable Object payload, JobContext context) throws Exception;
    }
}
