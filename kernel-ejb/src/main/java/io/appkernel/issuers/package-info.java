/**
 * Others who say who somebody is: their endpoints, their keys, and in {@code kernel.auth.mode=external} their tokens.
 * Start with {@link io.appkernel.issuers.Issuer}, then {@code ExternalTokens}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A token whose key cannot be had is answered 503, not 401. Why: a client that hears 401 throws its good token
 *       away and asks the issuer, which is down, for another. Rejected: 401 for all that is not proven.
 *   <li>Keys that were fetched go on for four hours while their issuer is silent. Why: its outage is not ours. Rejected:
 *       for ever, in which a stolen key outlives its withdrawal as long as somebody keeps the issuer from being heard.
 *   <li>The JDK's old HTTP connection, not its new client. Why: it keeps no thread that outlives the deployment, and
 *       every wait for a byte is bounded. Rejected: the SDK's own use of it, which follows redirects, sends a request
 *       twice and knows no deadline.
 * </ul>
 */
@NullMarked
@Uses({"auth", "errors", "lifecycle", "roles", "settings", "tokens"})
package io.appkernel.issuers;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
