/**
 * Who is at the other end of a connection. Start with {@link io.appkernel.net.ClientAddress}.
 *
 * <p>Decisions
 * <ul>
 *   <li>Addresses are read as digits only and names are never looked up: a header must not make the server ask a name
 *       server. Rejected: {@code InetAddress.getByName} on whatever comes.
 * </ul>
 */
@NullMarked
@Uses({})
package io.appkernel.net;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
