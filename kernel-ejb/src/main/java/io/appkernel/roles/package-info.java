/**
 * Roles, and what they allow. Start with {@link io.appkernel.roles.Roles}; {@code Definitions} and {@code Holders} are what
 * a node remembers.
 *
 * <p>Tables {@code kernel_auth_roles} and {@code kernel_auth_role_assignments}; topics {@code roles} and {@code
 * role-holder} of {@code signals}. Calls each {@link io.appkernel.roles.RoleListener}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The builtin roles stand in the code, a row of the table changes {@code user}. Why: a deployment is never without
 *       {@code admin}, whatever somebody did to the table. Rejected: rows made at start.
 *   <li>A definition has a version that callers compare. Why: tokens and keys are remembered with their scopes, and one
 *       number says that all of them are to be computed anew. Rejected: looking into every role at each request.
 *   <li>A role that is an account's own is not removed. Why: the account would keep its name, and whoever makes a role of
 *       that name later would give it to them. Rejected: making them plain users, which is nothing to do unasked.
 *   <li>A role that was assigned for a time ends the access tokens that name it when it ends. Why: a token lives longer
 *       than a role may. Rejected: a timer that ends roles.
 * </ul>
 */
@NullMarked
@Uses({"auth", "db", "errors", "json", "migrations", "schema", "signals", "users"})
package io.appkernel.roles;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
