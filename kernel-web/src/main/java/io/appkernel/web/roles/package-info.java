/**
 * {@code /admin/roles}: what each role allows; {@code /admin/role-assignments}: who holds which. Start with {@link
 * io.appkernel.web.roles.RoleAdminResource}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A role is made and changed by the same request. Why: scripts that set up a deployment may run again. Rejected: a
 *       conflict at the second run.
 *   <li>Removing a role asks to be confirmed, taking one from a user does not. Why: the one hits everybody who holds it.
 * </ul>
 */
@NullMarked
@Uses({"auth", "errors", "rest", "roles"})
package io.appkernel.web.roles;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
