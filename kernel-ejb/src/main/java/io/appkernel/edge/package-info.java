/**
 * What stands between the network and every WAR: request id, Host and body limits, CORS, security and cache headers,
 * compression, problems, the access rule of each route, a log line and a time of each request. Start with {@link
 * io.appkernel.edge.EdgeInitializer} (the servlet side) and {@link io.appkernel.edge.EdgeFeature} (the JAX-RS side).
 *
 * <p>Decisions
 * <ul>
 *   <li>The edge lives in the EJB jar, not in kernel-web: an app's own WAR in an EAR sees the classes of the EJB jar and
 *       not those of another WAR. A tiny boot jar in the EAR's {@code lib} fetches it by name. Rejected: a copy in each
 *       WAR, which one forgotten dependency leaves open.
 *   <li>The first request to a WAR's API makes the edge try its own locked probe; an answer other than 401 closes that
 *       API. Rejected: trusting that a provider that was registered is also called, which WildFly does not always do.
 *   <li>The first kilobyte of an answer is held back to decide on compression and length; asynchronous answers pass
 *       at once. Rejected: the servers' own compression, which needs configuration and differs.
 * </ul>
 */
@NullMarked
@Uses({"auth", "context", "db", "entities", "errors", "json", "log", "metrics", "net", "rest", "settings"})
package io.appkernel.edge;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
