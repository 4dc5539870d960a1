/**
 * Accounts: who can sign in. Start with {@link io.appkernel.users.Users}, then {@link io.appkernel.users.UserStore},
 * which an app may replace.
 */
@NullMarked
@Uses({"errors"})
package io.appkernel.users;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
