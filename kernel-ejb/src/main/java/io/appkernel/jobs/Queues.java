package io.appkernel.jobs;

import io.appkernel.queue.JobQueue;
import io.appkernel.queue.QueueLimits;
import io.appkernel.redis.Redis;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The queues of the deployment, by name, each made once. Thread-safe. */
final class Queues {
    private final Redis redis;
    private final QueueLimits limits;
    private final JobRegistry registry;
    private final Map<String, JobQueue> queues = new TreeMap<>();

    Queues(Redis redis, JobsSettings settings, JobRegistry registry) {
        QueueLimits standard = QueueLimits.STANDARD;
        this.redis = redis;
        this.registry = registry;
        this.limits = new QueueLimits(
                settings.lease(),
                settings.keepEnded(),
                standard.listed(),
                standard.listedPerUser(),
                standard.keepUserList());
    }

    synchronized JobQueue of(String name) {
        return queues.computeIfAbsent(name, any -> new JobQueue(redis, name, limits));
    }

    /** The queue of that name, if the deployment has it. */
    Optional<JobQueue> find(String name) {
        return all().stream().filter(queue -> queue.name().equals(name)).findFirst();
    }

    /** Those that tasks name, and the one called default. */
    synchronized Collection<JobQueue> all() {
        Set<String> names = registry.queues();
        names.add("default");
        names.forEach(this::of);
        return queues.values().stream().toList();
    }
}
