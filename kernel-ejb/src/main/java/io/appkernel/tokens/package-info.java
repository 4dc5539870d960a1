/**
 * Access tokens: signed, short-lived, and only as good as the login they name. Start with {@link
 * io.appkernel.tokens.Tokens}.
 *
 * <p>Table {@code kernel_auth_keys}, where key pairs sign.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>A secret signs by default, key pairs where other services check the tokens. Why: it is by far the quickest, and
 *       most applications check only their own. Rejected: pairs for all.
 *   <li>The header chooses nothing but which of our own keys is meant: no algorithm, no address, no key of its own.
 *   <li>A token names its login and that login's generation. Why: ending it, or changing what its bearer may do, then
 *       refuses exactly the tokens that were issued before, whatever the clocks say. Rejected: "issued before" by time.
 *   <li>A pair is published an hour before it signs, and as long as what it signed may hold. Why: who checks tokens keeps
 *       our keys for a while. Rejected: a new key that signs at once, which others refuse until they look again.
 * </ul>
 */
@NullMarked
@Uses({"db", "keyring", "lifecycle", "migrations", "schema", "settings"})
package io.appkernel.tokens;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
