/**
 * {@code /healthz} and {@code /readyz} of the kernel's WAR: 200 or 503, and a JSON body.
 *
 * <p>Start reading at {@code HealthRoutes}, which maps one {@code HealthServlet} for each kind. The paths are
 * {@code kernel.health.path} and {@code kernel.health.ready-path}.
 *
 * <p>Decisions:
 * <ul>
 *   <li>Servlets, and not JAX-RS resources. The probes stand at the root, outside the API's path, and must answer
 *       while the API cannot. Rejected: a second JAX-RS application at the root, which would take every path of it.
 *   <li>A listener with {@code @WebListener} makes the servlets itself. Their paths come from the settings, and their
 *       classes stay package-private. Rejected: {@code @WebServlet}, whose path is a constant.
 *   <li>Everybody sees the name and status of each check, so that a failing probe says which; what a check says about
 *       itself, and how long it took, is for admins. Rejected: hiding the names, which sends operators to the log first.
 * </ul>
 */
@NullMarked
@Uses({"auth", "health", "json", "settings", "web"})
package io.appkernel.web.health;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
