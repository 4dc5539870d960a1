/**
 * The caller as MicroProfile has it: {@code JsonWebToken} and {@code @Claim} wherever they are injected, for every kind of
 * credential. Start with {@code ClaimProducer}.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>Producers of our own in the place of the servers'. Why: theirs know only tokens that they have checked, and
 *       differ. Rejected: the servers' MP JWT, which refuses API keys before anybody sees them.
 * </ul>
 */
@NullMarked
@Uses("auth")
package io.appkernel.claims;

import io.appkernel.Uses;
import org.jspecify.annotations.NullMarked;
