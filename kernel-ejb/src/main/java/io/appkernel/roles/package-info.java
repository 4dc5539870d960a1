/** Roles, and what they allow. Start with {@link io.appkernel.roles.Roles}. */
@NullMarked
@Uses("users")
package io.appkernel.roles;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
