/**
 * Measurements of the deployment, for Prometheus: of the JVM, of HTTP, of the kernel's features and of the app.
 *
 * <p>Start reading at {@link io.appkernel.metrics.Metrics}, which app and features inject. {@code Registry} owns the
 * Micrometer registry, one per deployment; {@link io.appkernel.metrics.Exposition} writes the page; {@link
 * io.appkernel.metrics.HttpMeters} is for the edge. {@code @Timed} and {@code @Counted} of MicroProfile Metrics and
 * {@link io.appkernel.metrics.Profiled} are interceptors. Settings: {@link io.appkernel.metrics.MetricsSettings}.
 *
 * <ul>
 *   <li>Micrometer's own meter types are the handles. Why: they are what the rest of the world instruments with.
 *       Rejected: our own counter and timer around them.
 *   <li>Cardinality is capped by a filter of the registry, so it holds for meters made in any way. Why: one user id as
 *       a label value fills the memory. Rejected: checks in the facade, which meters made elsewhere would pass by.
 *   <li>The MicroProfile annotations come with our own interceptors and API jar. Why: WildFly has no MicroProfile
 *       Metrics, and Payara's page would stand beside ours. Rejected: smallrye-metrics, which fails on Payara. The
 *       {@code mp_scope} label is left out, times are always seconds, and constructors are not measured.
 *   <li>The registry itself is not a bean. Why: a server's own Micrometer extension makes one and the two would be
 *       ambiguous; {@code Metrics.registry()} gives it.
 * </ul>
 */
@NullMarked
@Uses({"lifecycle", "log", "settings"})
package io.appkernel.metrics;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
