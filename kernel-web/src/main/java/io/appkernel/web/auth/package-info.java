/**
 * {@code /auth}: registering, logging in and out, passwords, sessions and the second factor. Start with {@link
 * io.appkernel.web.auth.AuthResource}; the flows themselves are in {@code login}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>What hashes a password answers asynchronously. Why: request threads must not wait in masses. The flows are taken
 *       out of the resource first, which belongs to the request and ends with its thread.
 *   <li>A wrong current password is a 422 of its field. Why: a 401 makes clients throw their tokens away.
 *   <li>Logging out needs the refresh token or a caller. Why: who comes back after a while has only the former, and whoever
 *       has it could do more with it. Rejected: asking for a refresh first, which makes tokens to end them.
 *   <li>Registering answers the account and no tokens. Why: where addresses are verified first there are none yet.
 * </ul>
 */
@NullMarked
@Uses({"auth", "context", "errors", "login", "net", "passwords", "rest", "sessions", "users", "web"})
package io.appkernel.web.auth;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
