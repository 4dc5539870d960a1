/**
 * Logins and their tokens: begun, refreshed, ended at once on every instance. Start with {@link
 * io.appkernel.sessions.Sessions}; {@code AccessTokens} stands in front of every request, {@code Standing} knows what has
 * ended.
 *
 * <p>Table {@code kernel_auth_sessions}; topic {@code session} of {@code signals}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A refresh token is computed from its login and turn, not stored. Why: of fifty that refresh at once one turns the
 *       row and all get the same token, so honest haste leaves one family. Rejected: random tokens by digest, of which
 *       forty-nine callers would need one each.
 *   <li>What has ended is told to every node and kept in memory there, for as long as a token may live. Why: a request
 *       costs a look into a map. A node that is not sure that it hears everything asks the database. Rejected: asking
 *       Redis at each request, which costs more than the rest of it.
 *   <li>A change of rights begins a new generation of the login. Why: only the access tokens end, and the client
 *       refreshes. Rejected: logging people out.
 * </ul>
 */
@NullMarked
@Uses({
    "auth",
    "db",
    "errors",
    "keyring",
    "lifecycle",
    "log",
    "migrations",
    "roles",
    "schema",
    "settings",
    "signals",
    "tokens",
    "users"
})
package io.appkernel.sessions;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
