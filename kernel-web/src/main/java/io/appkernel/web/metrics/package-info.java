/**
 * {@code GET /metrics}: the page for Prometheus, in its text format or as OpenMetrics, whichever is accepted.
 *
 * <p>Decision: a servlet, not a JAX-RS resource. Why: the page stands at the server's root, outside of
 * {@code kernel.api-prefix}, and wins over Payara's own. Rejected: a second JAX-RS application, which would collect
 * every resource class once more.
 *
 * <p>Decision: internal means a direct connection from a private address. Why: behind a proxy on the same host every
 * caller looks local, so a forwarded request is never internal. Rejected: trusting the forwarded address.
 */
@NullMarked
@Uses({"auth", "errors", "metrics", "net"})
package io.appkernel.web.metrics;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
