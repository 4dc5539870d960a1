/** {@code /admin/users}: accounts, for administrators. Start with {@link io.appkernel.web.users.UsersResource}. */
@NullMarked
@Uses({"auth", "db", "errors", "login", "rest", "roles", "users"})
package io.appkernel.web.users;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
