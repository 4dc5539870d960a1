/**
 * Keys for tokens, refresh tokens, cookies and what is stored encrypted, all from one secret. Start with {@link
 * io.appkernel.keyring.Keyring}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>One secret, and a key derived from it for each purpose. Why: an operator sets one thing, and no key serves two
 *       ends. Rejected: a setting for each key.
 *   <li>Outside prod a secret that nobody set is made and kept beside the data. Why: a restart must not log everybody
 *       out. Rejected: a fixed one, which somebody ships.
 * </ul>
 */
@NullMarked
@Uses({"log", "settings"})
package io.appkernel.keyring;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
