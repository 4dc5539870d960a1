package io.appkernel.jobs;

import io.appkernel.context.Calls;
import io.appkernel.db.Database;
import io.appkernel.db.Db;
import io.appkernel.json.Json;
import io.appkernel.log.KernelLog;
import io.appkernel.metrics.Metrics;
import io.appkernel.outbox.Outbox;
import io.appkernel.redis.Redis;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what is injected, once. */
@Dependent
class JobsProducer {
    @Produces
    @Singleton
    JobRegistry registry(TaskFinder finder, BeanManager beans, Instance<RequestContextController> requests) {
        JobRegistry registry = new JobRegistry();
        for (TaskFinder.Found task : finder.handlers()) {
            registry.add(
                    task.name(),
                    new JobRegistry.Known(
                            task.queue(),
                            task.payload(),
                            task.bean().loader(),
                            new FoundHandler(task.bean().get(beans), task.method(), requests)));
        }
        return registry;
    }

    @Produces
    @Singleton
    JobParts parts(JobRegistry registry, Json json, JobsSettings settings, Calls calls, Clock clock, KernelLog log) {
        return new JobParts(registry, new JobText(json, settings.maxPayload()), settings, calls, clock, log);
    }

    @Produces
    @Singleton
    Queues queues(Redis redis, JobsSettings settings, JobRegistry registry) {
        return new Queues(redis, settings, registry);
    }

    @Produces
    @Singleton
    Outbox outbox(Database database, Db db, Json json, Queues queues, Clock clock) {
        return new Outbox(database, db, json, queues::of, clock);
    }

    @Produces
    @Singleton
    JobMeters meters(Metrics metrics) {
        return new JobMeters(metrics);
    }

    @Produces
    @Singleton
    Jobs jobs(JobParts parts, Queues queues, Outbox outbox) {
        return new Jobs(parts, queues, outbox);
    }
}
