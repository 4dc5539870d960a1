/**
 * Background work: {@link io.appkernel.jobs.Jobs} takes it, {@link io.appkernel.jobs.Task} methods do it, on any node
 * that works, at least once. Start with {@code Jobs}, then {@code TaskWork}, which does one job, and {@code JobNode}.
 *
 * <p>MXBean {@code kernel:type=Jobs}, meters {@code jobs_*}; the routes stand in {@code web.jobs} of kernel-web.
 *
 * <p>Threads of a node: one for the outbox, one for schedules, and for each queue three and {@code worker-count}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Inside a transaction jobs go through {@code outbox}. They exist exactly when the data does. Rejected: sending
 *       after the commit, which a crash between the two loses.
 *   <li>A payload that cannot be read is given up at once, for another attempt reads the same. It waits among the dead
 *       until somebody deploys a handler that can. Rejected: retries, which only delay the alarm.
 *   <li>What follows on a job is enqueued before its end is told, by an owner that has just renewed its lease, under an
 *       id made of the job's and of how often it was tried anew. A crash between repeats it and the id absorbs that.
 *       Rejected: telling first, which can lose what follows.
 *   <li>Handlers run without a transaction; {@code @Transactional} on them begins one. A job of minutes must not hold
 *       a connection that long. Rejected: a transaction around every handler.
 * </ul>
 */
@NullMarked
@Uses({
    "context",
    "cron",
    "db",
    "errors",
    "jmx",
    "json",
    "lifecycle",
    "log",
    "metrics",
    "outbox",
    "plugin",
    "queue",
    "redis",
    "settings"
})
package io.appkernel.jobs;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
