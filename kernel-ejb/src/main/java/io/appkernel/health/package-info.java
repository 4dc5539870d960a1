/**
 * Is this node alive, and may it get traffic: the answers of every MicroProfile {@code HealthCheck} bean of the kernel
 * and of the app, asked in parallel.
 *
 * <p>Start reading at {@link io.appkernel.health.Health}; {@code HealthChecks} asks, {@code HealthProbe} is one check
 * with its latest run. Settings: {@code kernel.health.*} in {@link io.appkernel.health.HealthSettings}. An app adds a
 * check by being a bean of type {@code HealthCheck} with {@code @Liveness}, {@code @Readiness} or {@code @Startup}.
 * The kernel's own: {@code alive}, {@code kernel}, {@code disk}; other features bring theirs in their own package.
 *
 * <p>Decisions:
 * <ul>
 *   <li>A thread per running check, none waiting in a queue. A check that hangs costs its own thread and nobody
 *       else's; it is not started again while it hangs, so there are never more threads than checks. Rejected: the
 *       server's ManagedExecutorService, whose few threads (four on WildFly) all of the application shares.
 *   <li>A check over its time is left alone, and interrupted only at undeploy. An interrupt would close the file
 *       channels of an embedded database under everybody else. Rejected: cancelling at the timeout.
 *   <li>Answers are reused for {@code min-interval} (1 s), and callers who come meanwhile share the running check.
 *       Anybody may call the probes, so a storm of them costs one round a second, and no probe asks more often than
 *       that. Rejected: a background schedule, which works when nobody asks.
 *   <li>Age and duration are measured with the monotonic clock. A clock set back must not keep an old answer alive.
 *       Rejected: {@code InstantSource}.
 *   <li>Two checks with one name are both reported, the second as {@code name-2}. A name is known only when the check
 *       has answered. Rejected: refusing to start.
 *   <li>A startup check counts as readiness until it has passed once, and then keeps that answer for good.
 *   <li>The response provider is set by hand when the server brings none, and only then. Rejected: a
 *       {@code META-INF/services} file: where the server has a provider too, the API refuses to choose between two,
 *       and no check can answer.
 * </ul>
 */
@NullMarked
@Uses({"errors", "jmx", "lifecycle", "log", "plugin", "settings"})
package io.appkernel.health;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
