/**
 * {@code /api-keys}: a caller's own keys for programs, everybody's for admins. Start with {@link
 * io.appkernel.web.apikeys.ApiKeysResource}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>The secret is in the answer that makes it and in no other. Why: a list that is logged or cached gives nothing
 *       away.
 *   <li>Another's key is not there. Why: an id must not tell that a key exists. Rejected: 403.
 *   <li>An admin sees and revokes all keys and rotates none but their own. Why: a new secret acts for its owner, whom an
 *       admin must not pretend to be. Rejected: letting admins.
 * </ul>
 */
@NullMarked
@Uses({"apikeys", "auth", "errors", "rest"})
package io.appkernel.web.apikeys;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
