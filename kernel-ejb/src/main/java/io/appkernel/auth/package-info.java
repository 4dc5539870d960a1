/**
 * Who is calling, on every server the same. One authentication mechanism stands in every WAR, asks each {@link
 * io.appkernel.auth.CredentialVerifier} about the bearer token, and tells the container who it is; {@link
 * io.appkernel.auth.CurrentUser} is what code asks. Start with {@code KernelMechanism}.
 *
 * <p>Decisions
 * <ul>
 *   <li>The mechanism never answers 401. It remembers why a credential was refused and the guard in front of the route
 *       answers, so that the answer has a body, CORS headers and a log line. Rejected: {@code responseUnauthorized},
 *       which leaves the servlet filters out.
 *   <li>The mechanism is called by an authentication module of our own, which takes the place of the servers' bridge in
 *       each WAR. That bridge looks the bean up through JNDI twice per request, a third of a small request's time on
 *       WildFly. Rejected: the bridge, which stays only as what makes the servers switch authentication on.
 *   <li>A route that says nothing is for signed-in callers. Rejected: Jakarta's own default, open to everybody, which
 *       turns a forgotten annotation into a hole.
 *   <li>Roles, scopes and permissions are one rule, read at start and decided by {@link io.appkernel.auth.Gate}. Why:
 *       routes and code then never differ, and no annotation is read per request. Rejected: an interceptor on beans, which
 *       the servers call in different orders.
 *   <li>An API key's scopes are cut down to what its owner may do before anybody sees them. Why: a key that a user makes
 *       must not do what the user may not. Rejected: believing the key, with which all could grant themselves anything.
 *   <li>A bad credential on a public route is ignored, so that a page with a stale token can still log in.
 * </ul>
 */
@NullMarked
@Uses({"context", "errors", "settings"})
package io.appkernel.auth;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
