/**
 * What the kernel costs on a server, as ratios and differences: the same resource class alone in an empty WAR and added
 * to widgets. Start with
 * {@link io.appkernel.bench.Bench}.
 *
 * <p>Decisions
 * <ul>
 *   <li>Both WARs stand in one server and are loaded in turns, A B A B, and each turn is compared with its neighbour:
 *       whatever else the machine does hits both. Rejected: one server after the other.
 *   <li>The load comes from one thread with a selector and answers that are hardly looked at, so that little of the
 *       machine goes to the client. Rejected: {@code java.net.http}, which costs more than the request it sends.
 *   <li>The server's processor time per request stands beside the requests per second: it leaves the client out, and is
 *       the stricter ratio. Rejected: a rate alone, which looks better the slower its client is.
 * </ul>
 */
@NullMarked
package io.appkernel.bench;

import org.jspecify.annotations.NullMarked;
